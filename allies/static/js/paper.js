// Buttons that need a script stay hidden until it is here.
// <button type="button" data-print hidden>Print</button>
// <button type="button" data-copy="#codes" data-done="Copied" hidden>Copy</button>
export function start(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    if ("print" in button.dataset) {
      print();
      return;
    }
    const source = document.querySelector(button.dataset.copy);
    const lines = [...source.querySelectorAll("li")].map((line) => line.textContent.trim());
    await navigator.clipboard.writeText(lines.length ? lines.join("\n") : source.textContent.trim());
    button.textContent = button.dataset.done || button.textContent;
  });
}
