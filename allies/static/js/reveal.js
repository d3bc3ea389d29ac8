// "Show" beside a passphrase. <div data-reveal data-show="Show" data-hide="Hide"><input type="password"></div>
export function start(wrap) {
  const input = wrap.querySelector("input");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain small";
  button.setAttribute("aria-controls", input.id);

  const set = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = shown ? wrap.dataset.hide : wrap.dataset.show;
  };

  set(false);
  button.addEventListener("click", () => set(input.type === "password"));
  input.form?.addEventListener("submit", () => set(false)); // so that no browser offers the words as form history
  wrap.append(button);
}
