// A sheet behind a textarea that shows the same words in the same places, unseen but for their marks.
// For the eye alone: what a mark means stands in the list. Without the style sheet, or in forced colours, there is none.
const SAME = ["font", "fontKerning", "letterSpacing", "wordSpacing", "lineHeight", "textAlign", "textIndent", "tabSize", "padding", "direction"];

export function marksBehind(area) {
  const sheet = document.createElement("div");
  const text = document.createElement("div");
  sheet.className = "marks";
  sheet.setAttribute("aria-hidden", "true");
  sheet.append(text);
  area.before(sheet);
  area.parentElement.classList.add("marked");

  function follow() {
    const style = getComputedStyle(area);
    for (const name of SAME) text.style[name] = style[name];
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = area;
    Object.assign(sheet.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    Object.assign(text.style, { left: `${area.clientLeft}px`, width: `${area.clientWidth}px` });
    text.style.top = `${area.clientTop - area.scrollTop}px`;
  }

  function draw(places) {
    const value = area.value;
    let done = 0;
    text.replaceChildren();
    for (const [from, to, kind] of places.sort((one, other) => one[0] - other[0])) {
      if (from < done) continue; // inside another
      const mark = document.createElement("mark");
      mark.dataset.kind = kind;
      mark.dataset.at = from;
      mark.textContent = value.slice(from, to);
      text.append(value.slice(done, from), mark);
      done = to;
    }
    if (done) text.append(value.slice(done), "\u200b"); // so that a last empty line has its height
    follow();
  }

  function go([from, to]) {
    area.focus();
    area.setSelectionRange(from, to);
    const mark = text.querySelector(`[data-at="${from}"]`);
    if (mark) area.scrollTop = mark.offsetTop - area.clientHeight / 2;
  }

  area.addEventListener("scroll", follow, { passive: true });
  new ResizeObserver(follow).observe(area);
  return { draw, go };
}
