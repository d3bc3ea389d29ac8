// <button data-speak="#sentence" hidden>: reads it out with a voice that is on the device itself, never one from a network.
export function start(button) {
  const synth = window.speechSynthesis;
  if (!synth || !window.SpeechSynthesisUtterance) return;
  const language = document.documentElement.lang || "en";
  const own = () => synth.getVoices().find((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === language.split("-")[0]);
  const show = () => { button.hidden = !own(); };

  show();
  synth.addEventListener?.("voiceschanged", show);
  addEventListener("pagehide", () => synth.cancel());
  button.addEventListener("click", () => {
    synth.cancel();
    const words = new SpeechSynthesisUtterance(document.querySelector(button.dataset.speak).textContent);
    words.voice = own();
    words.lang = words.voice?.lang ?? language;
    words.rate = 0.9;
    synth.speak(words);
  });
}
