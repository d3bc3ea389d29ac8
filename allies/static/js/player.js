// Goes on where one stopped. <video data-position="42" data-position-url="/…" data-csrf="…">
const EVERY = 10_000;

export function start(video) {
  const { position, positionUrl, csrf } = video.dataset;
  let told = Number(position) || 0;

  const resume = () => {
    // not into the last seconds: who has seen it all begins again
    if (told > 0 && told < video.duration - 5) video.currentTime = told;
  };
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) resume();
  else video.addEventListener("loadedmetadata", resume, { once: true });

  const tell = () => {
    const now = Math.floor(video.currentTime);
    if (now === told || !video.played.length) return;
    told = now;
    fetch(positionUrl, {
      method: "POST", keepalive: true, headers: { "X-CSRFToken": csrf }, body: new URLSearchParams({ position: now }),
    }).catch(() => {});
  };

  let ticking;
  video.addEventListener("play", () => {
    clearInterval(ticking);
    ticking = setInterval(tell, EVERY);
  });
  for (const event of ["pause", "ended"]) {
    video.addEventListener(event, () => {
      clearInterval(ticking);
      tell();
    });
  }
  addEventListener("pagehide", tell);
}
