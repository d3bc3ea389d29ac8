// The method's answer worked out in the device: the same rows in the same order as allies/craft/responding.py.
// Guards add up; of the stances the first whose condition holds is the answer.
const held = (row, situation, named) => row.when.some((condition) => holds(condition, situation, named));

function holds(condition, situation, named) {
  return Object.entries(condition).every(([key, value]) => {
    if (key === "is") return named[value].some((each) => holds(each, situation, named));
    if (key === "not") return !named[value].some((each) => holds(each, situation, named));
    return value.includes(situation[key]);
  });
}

const once = (lists) => [...new Set(lists.flatMap((list) => list ?? []))];

function inOrder(order, lists) {
  const found = new Set(once(lists));
  return order.filter((key) => found.has(key));
}

// `given`: the fields that are known; the rest is what assumes least.
export function respond(given, rules) {
  const situation = { ...rules.defaults, ...given };
  const guards = rules.guards.filter((row) => held(row, situation, rules.named));
  const row = rules.stances.find((each) => held(each, situation, rules.named));
  return {
    stance: row.stance,
    urgent: inOrder(rules.urgent, guards.map((guard) => guard.urgent)),
    say: row.say ?? [],
    do: once([...guards, row].map((each) => each.do)),
    avoid: once([...guards, row].map((each) => each.avoid)),
    why: row.why,
    lesson: row.lesson,
    closed: inOrder(rules.closes, guards.map((guard) => guard.closed)),
    next: row.next,
  };
}

// `chosen`: taps by question, in the order of the questions. What was tapped first counts.
export function situationOf(chosen, taps) {
  return chosen.reduce((fields, [name, value]) => ({ ...taps[name][value], ...fields }), {});
}
