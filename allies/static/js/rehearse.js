// Words to say, one sentence at a time in large type. <button data-rehearse="#list" hidden>, beside a .rehearsal dialog.
export function start(button) {
  const dialog = document.querySelector(".rehearsal");
  if (!dialog?.showModal) return;
  const sentence = dialog.querySelector(".sentence");
  const onward = dialog.querySelector("[data-sentence]");
  let lines = [];
  let at = 0;

  function show(number) {
    at = number;
    sentence.textContent = lines[at];
    onward.hidden = at === lines.length - 1;
    if (onward.hidden) dialog.querySelector("[data-close]").focus();
  }

  button.hidden = false;
  button.addEventListener("click", () => {
    lines = [...document.querySelectorAll(`${button.dataset.rehearse} li`)].map((line) => line.textContent.trim());
    dialog.showModal();
    show(0);
  });
  onward.addEventListener("click", () => show(at + 1));
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}
