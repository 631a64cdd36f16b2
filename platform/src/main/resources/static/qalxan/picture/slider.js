// The time slider: reports a day as bars, a handle, and play, which shows how the series grew.

import { el, t, number, day, isoDay, DAY, still, eachFrame } from "./svg.js";

const PLAY_SECONDS = 12;
const STEPS_STILL = 12;
const HEIGHT = 44;
const BARS_MAX = 240;

export class Slider {
  constructor(root, series) {
    this.series = series;
    this.bars = root.querySelector("svg");
    this.range = root.querySelector("input");
    this.button = root.querySelector("button");
    this.words = root.querySelector("output");
    this.range.max = String(series.dayCount - 1);
    this.range.value = this.range.max;
    this.range.disabled = series.dayCount < 2;
    this.button.disabled = series.dayCount < 2;
    this.range.addEventListener("input", () => { this.stop(); this.to(Number(this.range.value)); });
    this.button.addEventListener("click", () => (this.timer ? this.stop() : this.play()));
    series.addEventListener("change", eachFrame(() => this.tell()));
    new ResizeObserver(eachFrame(() => this.draw())).observe(this.bars);
    this.draw();
    this.tell();
  }

  /** How many reports came in each stretch of days. */
  counts() {
    const reports = this.series.reports().filter((node) => node.time !== null);
    const days = Math.max(1, Math.ceil(this.series.dayCount / BARS_MAX));
    const counts = new Array(Math.ceil(this.series.dayCount / days)).fill(0);
    reports.forEach((node) => { counts[Math.floor((node.time - this.series.first) / DAY / days)] += 1; });
    return counts;
  }

  draw() {
    const width = this.bars.clientWidth || 600;
    const counts = this.counts();
    const most = Math.max(1, ...counts);
    const inset = 8;
    const step = (width - 2 * inset) / counts.length;
    this.bars.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    this.bars.replaceChildren(...counts.map((count, i) => el("rect", {
      class: "bar", x: (inset + i * step).toFixed(2), width: Math.max(1, step - (step > 4 ? 1 : 0)).toFixed(2),
      y: (HEIGHT - Math.max(count ? 2 : 0, (count / most) * (HEIGHT - 4))).toFixed(2), height: Math.max(count ? 2 : 0, (count / most) * (HEIGHT - 4)).toFixed(2),
    })));
    this.shade();
  }

  shade() {
    const part = this.series.dayCount < 2 ? 1 : (Number(this.range.value) + 1) / this.series.dayCount;
    const all = [...this.bars.children];
    all.forEach((bar, i) => bar.classList.toggle("later", i / all.length >= part));
  }

  to(days) {
    const last = this.series.dayCount - 1;
    this.range.value = String(days);
    this.series.fresh = days < last || this.timer ? this.series.first + (days - Math.max(0, Math.floor(last / 40))) * DAY : undefined;
    this.series.change({ until: days >= last ? null : this.series.first + days * DAY });
    this.shade();
  }

  tell() {
    const { until } = this.series.filter;
    const all = this.series.reports();
    const shown = all.filter((node) => node.shown).length;
    if (until === null && !this.timer) this.series.fresh = undefined;
    this.words.textContent = all.length === 0 ? "" : t("slider.until", day(until ?? this.series.last), number(shown), number(all.length));
    this.range.setAttribute("aria-valuetext", this.words.textContent);
  }

  /** Where motion is not wanted, it goes in a few steps. */
  play() {
    const last = this.series.dayCount - 1;
    let at = Number(this.range.value) >= last ? 0 : Number(this.range.value);
    const calm = still();
    const steps = calm ? STEPS_STILL : Math.min(last, PLAY_SECONDS * 8);
    const by = Math.max(1, last / steps);
    this.button.setAttribute("aria-pressed", "true");
    this.button.querySelector("[data-words]").textContent = t("slider.pause");
    this.timer = setInterval(() => {
      at = Math.min(last, at + by);
      this.to(Math.round(at));
      if (at >= last) this.stop();
    }, calm ? 1000 : (PLAY_SECONDS * 1000) / steps);
    this.to(Math.round(at));
  }

  stop() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
    this.button.setAttribute("aria-pressed", "false");
    this.button.querySelector("[data-words]").textContent = t("slider.play");
    this.to(Number(this.range.value));
  }
}

export const dayOf = (time) => (time === null ? "" : isoDay(time));
