// Begins a series' picture: reads its message, joins graph, slider, filters, panel and exports.

import { Series } from "./series.js";
import { Graph } from "./graph.js";
import { Panel } from "./panel.js";
import { Slider } from "./slider.js";
import { html, t, number, icon, outline, el, family, eachFrame } from "./svg.js";

const root = document.querySelector("[data-picture]");
const $ = (selector) => root.querySelector(selector);

async function message(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** One switch for each kind, which is the legend as well. */
function kinds(series) {
  const counts = new Map();
  series.nodes.forEach((node) => counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1));
  const place = $("[data-kinds]");
  [...counts].forEach(([kind, count]) => {
    const sign = el("svg", { class: "picture-sign", viewBox: "-13 -13 26 26", "aria-hidden": "true" },
      el("g", { class: `sign ${family(kind)} kind-${kind}` }, outline(kind, kind === "report" ? 7 : 10.5), ...(kind === "report" ? [] : [icon(kind, 12)])));
    const button = html("button", { type: "button", class: "chip", "aria-pressed": "true", "data-kind": kind }, sign, t(`kind.${kind}`), html("small", {}, number(count)));
    button.addEventListener("click", () => {
      const off = new Set(series.filter.off);
      if (!off.delete(kind)) off.add(kind);
      button.setAttribute("aria-pressed", String(!off.has(kind)));
      series.change({ off });
    });
    place.append(button);
  });
}

function filters(series, graph) {
  const most = Math.max(1, ...series.nodes.filter((node) => node.kind !== "report" && !node.marks.includes("hub")).map((node) => node.count));
  const least = $("[data-least]");
  least.max = String(Math.min(most, 50));
  least.addEventListener("input", () => {
    $("[data-least-words]").textContent = number(least.value);
    series.change({ reportsMin: Number(least.value) });
  });
  $("[data-from]").addEventListener("change", (event) => series.change({ from: event.target.value || null }));
  $("[data-to]").addEventListener("change", (event) => series.change({ to: event.target.value || null }));
  const find = $("[data-find]");
  let at = -1;
  find.addEventListener("input", () => {
    at = -1;
    series.change({ words: find.value });
    const found = series.nodes.filter((node) => series.matches(node)).length;
    $("[data-found]").textContent = find.value.trim() ? t("find.count", number(found)) : "";
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const found = series.nodes.filter((node) => node.shown && node.place !== undefined && series.matches(node));
    if (!found.length) return;
    at = (at + 1) % found.length;
    show(series, graph, found[at]);
    find.focus();
  });
}

/** Opens what hides a node, chooses it and brings it into sight. */
function show(series, graph, node) {
  const place = series.places[node.place];
  if (!place) return;
  if (place.members.length > 1 && !series.open.has(place.number)) series.toggle(place);
  series.choose({ node: node.number });
  graph.refresh();
  graph.show(place);
}

function tools(series, graph) {
  const acts = {
    in: () => graph.zoom(1.25), out: () => graph.zoom(0.8), fit: () => graph.fit(),
    open: () => series.openAll(true), close: () => series.openAll(false),
  };
  root.querySelectorAll("[data-act]").forEach((button) => button.addEventListener("click", acts[button.dataset.act]));
  graph.svg.addEventListener("qalxan:open", (event) => {
    const node = event.detail;
    location.assign(node.kind === "report" ? node.path : `/search?q=${encodeURIComponent(node.label)}`);
  });
  series.addEventListener("goto", (event) => { show(series, graph, event.detail); graph.focus(); });
}

async function start() {
  const series = new Series(await message(root.dataset.source));
  const svg = $("[data-graph]");
  const graph = new Graph(svg, series);
  kinds(series);
  filters(series, graph);
  tools(series, graph);
  new Slider($("[data-slider]"), series);
  new Panel($("[data-panel]"), series);
  document.addEventListener("qalxan:theme", eachFrame(() => graph.refresh()));
  root.dataset.drawn = "true";
  window.qalxanPicture = { series, graph };
}

if (root) start().catch((error) => {
  root.dataset.failed = String(error.message);
  $("[data-failed]")?.removeAttribute("hidden");
  throw error;
});
