"""Queries of the hot pages, compiled once.

Django spends 0.25 ms on building an ORM query's SQL and 0.03 ms on running it. A page that asks the same few questions
at every request builds them once here, with slots where the values go, on whichever database is in use.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)

_SLOT = 7_340_032_118_000  # no row has such a key


def moment(value: datetime | str) -> datetime:
    """A time as a prepared query returns it: PostgreSQL's datetime, or SQLite's text, in UTC without saying so."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return found if found.tzinfo else found.replace(tzinfo=UTC)


class Prepared:
    """A `.values_list(...)` query with whole-number or text slots; its values come as the database driver returns them.

    >>> titles = Prepared(lambda book, word: Book.objects.filter(pk=book, word=word).values_list("title"), int, str)
    >>> titles(3, "tea")
    [("Leaves",)]
    """

    def __init__(self, build: Callable[..., QuerySet[Any]], *kinds: type[int] | type[str]) -> None:
        self._build = build
        self._slots = [_SLOT + place if kind is int else f"\u2063{_SLOT + place}" for place, kind in enumerate(kinds)]
        self._compiled: dict[str, tuple[str, list[Any]]] = {}

    def __call__(self, *values: int | str) -> list[tuple[Any, ...]]:
        database = connections[DEFAULT_DB_ALIAS]
        if database.vendor not in self._compiled:
            sql, parameters = self._build(*self._slots).query.sql_with_params()
            self._compiled[database.vendor] = (
                sql,
                [(self._slots.index(value), None) if value in self._slots else (None, value) for value in parameters],
            )
        sql, plan = self._compiled[database.vendor]
        with database.cursor() as cursor:
            cursor.execute(sql, [value if place is None else values[place] for place, value in plan])
            return cursor.fetchall()


class PreparedRows(Prepared, Generic[Row]):
    """A query for rows of one model, with slots: gives instances as the ORM would, with what `annotate` adds to them.
    No `select_related`.

    >>> on_shelf = PreparedRows(lambda shelf: Book.objects.filter(shelf=shelf).defer("text"), int)
    >>> on_shelf(3)
    [<Book: Leaves>]
    """

    def __init__(self, build: Callable[..., QuerySet[Row]], *kinds: type[int] | type[str]) -> None:
        super().__init__(build, *kinds)
        self._shapes: dict[str, _Shape] = {}

    def __call__(self, *values: int | str) -> list[Row]:  # type: ignore[override]
        rows = super().__call__(*values)
        if not rows:
            return []
        shape = self._shapes.get(connection.vendor)
        if shape is None:
            shape = self._shapes[connection.vendor] = _Shape(self._build(*self._slots))
        return [shape.instance(list(row)) for row in rows]


class _Shape:
    """What the columns of a query's rows are, and how to make an instance of them."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        compiler.as_sql()
        columns = [column for column, _sql, _alias in compiler.select]
        self.model = rows.model
        self.names = [columns[place].target.attname for place in compiler.klass_info["select_fields"]]
        self.added = compiler.annotation_col_map
        self.conversions = compiler.get_converters(columns)  # where the database returns other types than Python has

    def instance(self, values: list[Any]) -> Any:
        for place, (steps, expression) in self.conversions.items():
            for step in steps:
                values[place] = step(values[place], expression, connections[DEFAULT_DB_ALIAS])
        row = self.model.from_db(DEFAULT_DB_ALIAS, self.names, values[: len(self.names)])
        for name, place in self.added.items():
            setattr(row, name, values[place])
        return row
