// "2 days ago" in the page's language; the full date stays in the title. <time datetime="…" data-ago>20 November</time>
const steps = [["year", 31_557_600], ["month", 2_629_800], ["week", 604_800], ["day", 86_400], ["hour", 3_600], ["minute", 60]];
const language = document.documentElement.lang || undefined;
const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

export function start(time) {
  const then = Date.parse(time.dateTime);
  if (Number.isNaN(then)) return;
  const seconds = (then - Date.now()) / 1000;
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  time.title ||= time.textContent.trim();
  time.textContent = ago.format(unit === "second" ? 0 : Math.trunc(seconds / size), unit);
}
