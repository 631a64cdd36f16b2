// The timeline: reports a day, and below them when each identifier was in use.

import { el, html, icon, outline, family, t, number, day, monthName, textWidth, cut, isoDay, startOf, DAY, eachFrame } from "./svg.js";

const ROW = 24;
const TOP = 96;
const AXIS = 20;
const ROWS_MAX = 40;
const RIGHT = 56;
const BARS_MAX = 366;

export class Timeline {
  constructor(place, series) {
    this.place = place;
    this.series = series;
    this.rowsMax = ROWS_MAX;
    this.svg = el("svg", { class: "picture-time", role: "group", "aria-label": t("time.title") });
    this.more = html("button", { type: "button", class: "btn ghost small" });
    this.more.addEventListener("click", () => { this.rowsMax = Infinity; this.draw(); });
    place.append(this.svg, this.more);
    const again = eachFrame(() => this.draw());
    series.addEventListener("change", again);
    series.addEventListener("choose", again);
    new ResizeObserver(again).observe(place);
    this.svg.addEventListener("click", (event) => this.choose(event.target.closest("[data-node]")));
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.draw();
  }

  /** Identifiers that were in use, the earliest first; of many, those of the most reports. */
  rows() {
    const all = this.series.nodes.filter((node) => node.kind !== "report" && node.shown && node.seen !== null && !node.marks.includes("hub"));
    const shared = all.filter((node) => node.count > 1);
    const rows = shared.length ? shared : all;
    return { hidden: Math.max(0, rows.length - this.rowsMax),
      rows: [...rows].sort((a, b) => b.count - a.count || a.number - b.number).slice(0, this.rowsMax).sort((a, b) => a.seen - b.seen || b.count - a.count) };
  }

  draw() {
    if (this.place.hidden || matchMedia("print").matches) return;
    const width = this.place.clientWidth - 2;
    if (width < 50) return;
    const { rows, hidden } = this.rows();
    const focused = document.activeElement?.closest?.("[data-node]")?.dataset.node;
    this.left = Math.min(210, Math.max(118, width * 0.26));
    this.width = width;
    const height = TOP + AXIS + rows.length * ROW + 8;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("width", width);
    this.svg.setAttribute("height", height);
    this.svg.replaceChildren(...this.months(height), ...this.bars(), ...rows.map((node, i) => this.row(node, TOP + AXIS + i * ROW)), ...this.now(height));
    this.more.hidden = hidden === 0;
    this.more.textContent = t("time.more", number(hidden));
    if (focused !== undefined && this.svg.contains(this.svg.querySelector(`[data-node="${focused}"]`))) this.svg.querySelector(`[data-node="${focused}"]`).focus({ preventScroll: true });
  }

  x(time) {
    const span = Math.max(DAY, this.series.last + DAY - this.series.first);
    return this.left + ((time - this.series.first) / span) * (this.width - this.left - RIGHT);
  }

  /** The first days of months; of a short series, its first and last day. */
  months(height) {
    const marks = [];
    for (let time = this.series.first; time <= this.series.last; time += DAY) {
      const [year, month, date] = isoDay(time + DAY / 2).split("-");
      if (date === "01") marks.push([startOf(`${year}-${month}-01`), monthName(time + DAY / 2)]);
    }
    if (marks.length < 2) marks.splice(0, marks.length, [this.series.first, day(this.series.first)]);
    let free = -Infinity;
    return marks.flatMap(([time, words]) => {
      const x = this.x(time);
      const line = el("line", { class: "grid", x1: x, x2: x, y1: 8, y2: height - 4 });
      if (x < free || x + textWidth(words, 11) > this.width) return [line];
      free = x + textWidth(words, 11) + 12;
      return [line, el("text", { class: "axis", x: x + 3, y: TOP + 14 }, words)];
    });
  }

  bars() {
    const reports = this.series.reports().filter((node) => node.shown && node.time !== null);
    const days = Math.max(1, Math.ceil(this.series.dayCount / BARS_MAX));
    const counts = new Array(Math.ceil(this.series.dayCount / days)).fill(0);
    reports.forEach((node) => { counts[Math.floor((node.time - this.series.first) / DAY / days)] += 1; });
    const most = Math.max(1, ...counts);
    const bars = counts.map((count, i) => {
      const from = this.x(this.series.first + i * days * DAY);
      const to = Math.min(this.x(this.series.first + (i + 1) * days * DAY), this.width - RIGHT);
      const high = (count / most) * (TOP - 24);
      return el("rect", { class: "bar", x: from.toFixed(1), y: (TOP - high).toFixed(1), width: Math.max(1, to - from - (to - from > 4 ? 1 : 0)).toFixed(1), height: high.toFixed(1) },
        el("title", {}, `${day(this.series.first + i * days * DAY)}: ${number(count)}`));
    });
    const words = days > 1 ? t("time.per-days", number(days)) : t("time.per-day");
    return [el("line", { class: "base", x1: this.left, x2: this.width - RIGHT, y1: TOP, y2: TOP }), ...bars,
      el("text", { class: "axis end", x: this.left - 8, y: TOP - 2 }, "0"), el("text", { class: "axis end", x: this.left - 8, y: 28 }, number(most)),
      el("text", { class: "axis", x: 4, y: 12 }, words)];
  }

  /** From the first to the last report that states it; a stroke for each. */
  row(node, y) {
    const from = this.x(node.seen);
    const to = Math.max(from + 3, this.x(node.until));
    const chosen = this.series.chosen?.node === node.number;
    const reports = this.series.reportsOf(node);
    const strokes = reports.filter((report) => report.time !== null).map((report) => `M${this.x(report.time).toFixed(1)} ${y + 5}v14`).join("");
    const sign = el("g", { class: `sign ${family(node.kind)} kind-${node.kind}`, transform: `translate(12 ${y + 12}) scale(.62)` }, outline(node.kind, 13), icon(node.kind, 15));
    return el("g", { class: `life ${family(node.kind)}${chosen ? " chosen" : ""}${this.series.matches(node) ? " found" : ""}`, role: "button", tabindex: "0", "data-node": node.number,
      "aria-label": t("time.row", t(`kind.${node.kind}`), node.label, day(node.seen), day(node.until), number(node.count)) },
    el("rect", { class: "hit", x: 0, y, width: this.width, height: ROW }),
    sign, el("text", { class: "name", x: 26, y: y + 16 }, cut(node.shorter ?? node.label, this.left - 34)),
    el("rect", { class: "span", x: from.toFixed(1), y: y + 8, width: (to - from).toFixed(1), height: 8, rx: 2 }),
    el("path", { class: "strokes", d: strokes }), el("text", { class: "axis", x: this.width - RIGHT + 8, y: y + 16 }, number(node.count)));
  }

  /** Where the slider stands. */
  now(height) {
    const { until } = this.series.filter;
    if (until === null) return [];
    const x = this.x(until + DAY);
    return [el("line", { class: "now-line", x1: x, x2: x, y1: 8, y2: height - 4 })];
  }

  choose(row) {
    if (row) this.series.choose({ node: Number(row.dataset.node) });
  }

  key(event) {
    const row = event.target.closest("[data-node]");
    if (!row) return;
    const rows = [...this.svg.querySelectorAll("[data-node]")];
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") this.choose(row);
    else if (to !== undefined && rows[to]) rows[to].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
