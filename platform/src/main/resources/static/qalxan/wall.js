// The wall of the 24/7 point: a sound while minutes count, which can be muted, and a word when the
// wall no longer reaches the server. No sentence lives here.

const button = document.getElementById("wall-sound");
const lost = document.getElementById("wall-lost");
const wall = document.getElementById("wall");
let context = null;

const wanted = () => localStorage.getItem("qalxan-wall-sound") === "on";
const label = () => {
  button.setAttribute("aria-pressed", String(wanted()));
  button.textContent = wanted() ? button.dataset.on : button.dataset.off;
};
const tone = (at, hertz) => {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.2, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.4);
};
const sound = () => {
  const alarm = Number(wall.querySelector("[data-alarm]")?.dataset.alarm ?? 0);
  wall.dataset.sounded = String(alarm > 0 && wanted());
  if (!alarm || !wanted() || !context) return;
  tone(context.currentTime, 880);
  tone(context.currentTime + 0.45, 660);
};

// A browser lets a page sound only after somebody has pressed something on it.
button.addEventListener("click", () => {
  localStorage.setItem("qalxan-wall-sound", wanted() ? "off" : "on");
  context ??= new AudioContext();
  context.resume();
  label();
  sound();
});
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.target === wall) {
    lost.hidden = true;
    sound();
  }
});
["htmx:sendError", "htmx:responseError"].forEach((name) =>
  document.body.addEventListener(name, () => { lost.hidden = false; }));
label();
