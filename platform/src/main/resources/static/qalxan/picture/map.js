// The map: how many reports of the series came from each region. The shade and the number say it.

import { el, t, number, textWidth, eachFrame } from "./svg.js";

const STEPS = 5;
const MARGIN = 24;
const LATITUDE = 40.3;

export class RegionMap {
  constructor(svg, series, geometry) {
    this.svg = svg;
    this.series = series;
    this.shapes = geometry.features.map((feature) => ({ code: feature.properties.code, rings: this.rings(feature.geometry) }));
    const again = eachFrame(() => this.draw());
    series.addEventListener("change", again);
    series.addEventListener("choose", again);
    new ResizeObserver(again).observe(svg);
    svg.addEventListener("click", (event) => this.choose(event.target.closest("[data-region]")));
    svg.addEventListener("keydown", (event) => this.key(event));
    this.draw();
  }

  rings(geometry) {
    const polygons = geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
    return polygons.flatMap((polygon) => polygon);
  }

  counts() {
    const counts = new Map();
    this.series.reports().filter((node) => node.shown).forEach((node) => counts.set(node.region ?? "", (counts.get(node.region ?? "") ?? 0) + 1));
    return counts;
  }

  /** Flat enough for one country: degrees, with the longitude as short as it is in the middle. */
  scale() {
    const points = this.shapes.flatMap((shape) => shape.rings.flat());
    const shrink = Math.cos((LATITUDE * Math.PI) / 180);
    const [xs, ys] = [points.map(([x]) => x * shrink), points.map(([, y]) => -y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const width = this.svg.clientWidth || 800;
    const height = this.svg.clientHeight || 500;
    const k = Math.min((width - 2 * MARGIN) / (right - left), (height - 3 * MARGIN) / (bottom - top));
    const [dx, dy] = [(width - (right - left) * k) / 2, (height - MARGIN - (bottom - top) * k) / 2];
    return { width, height, at: ([x, y]) => [dx + (x * shrink - left) * k, dy + (-y - top) * k] };
  }

  draw() {
    if (this.svg.hasAttribute("hidden") || !this.svg.clientWidth || matchMedia("print").matches) return;
    const counts = this.counts();
    const most = Math.max(1, ...this.shapes.map((shape) => counts.get(shape.code) ?? 0));
    const { width, height, at } = this.scale();
    const focused = document.activeElement?.dataset?.region;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const areas = this.shapes.map((shape) => this.area(shape, counts.get(shape.code) ?? 0, most, at));
    const words = this.shapes.flatMap((shape) => this.words(shape, counts.get(shape.code) ?? 0, at, width < 600));
    this.svg.replaceChildren(...areas, ...words, ...this.unknown(counts.get("") ?? 0, height));
    if (focused !== undefined) this.svg.querySelector(`[data-region="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  name(code) {
    return this.series.regions[code] ?? code;
  }

  area(shape, count, most, at) {
    const step = count === 0 ? 0 : Math.ceil((count / most) * STEPS);
    const d = shape.rings.map((ring) => `M${ring.map((point) => at(point).map((v) => v.toFixed(1)).join(" ")).join("L")}Z`).join("");
    const chosen = this.series.chosen?.region === shape.code;
    return el("path", { class: `area step-${step}${chosen ? " chosen" : ""}`, d, role: "button", tabindex: "0", "data-region": shape.code,
      "aria-label": `${this.name(shape.code)}: ${t("graph.reports", number(count))}` });
  }

  /** The name and the number stand in the middle of the region's largest ring. */
  words(shape, count, at, narrow) {
    const ring = shape.rings.reduce((a, b) => (b.length > a.length ? b : a)).map(at);
    const [x, y] = middle(ring);
    const wide = Math.max(...ring.map(([px]) => px)) - Math.min(...ring.map(([px]) => px));
    const name = this.name(shape.code);
    const fits = textWidth(name, 11) < wide * 1.25 && !narrow;
    const parts = [el("text", { class: "count", x: x.toFixed(1), y: (y + (fits ? 0 : 5)).toFixed(1), "aria-hidden": "true" }, number(count))];
    if (fits) parts.push(el("text", { class: "name", x: x.toFixed(1), y: (y + 14).toFixed(1), "aria-hidden": "true" }, name));
    return parts;
  }

  unknown(count, height) {
    if (!count) return [];
    const chosen = this.series.chosen?.region === "";
    const words = t("map.unknown-count", number(count));
    return [el("g", { class: `unknown${chosen ? " chosen" : ""}`, role: "button", tabindex: "0", "data-region": "", "aria-label": words },
      el("rect", { x: 8, y: height - 34, width: textWidth(words, 13) + 18, height: 26, rx: 6 }), el("text", { x: 17, y: height - 16 }, words))];
  }

  choose(area) {
    if (area) this.series.choose({ region: area.dataset.region });
  }

  key(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    this.choose(event.target.closest("[data-region]"));
  }
}

/** The middle of a ring's area. */
function middle(ring) {
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  return area === 0 ? ring[0] : [x / (3 * area), y / (3 * area)];
}
