// Begins a series' pictures: reads the message, joins graph, timeline, map, money, slider, filters, panel, exports.

import { Series } from "./series.js";
import { Graph } from "./graph.js";
import { Panel } from "./panel.js";
import { Slider } from "./slider.js";
import { Timeline } from "./timeline.js";
import { RegionMap } from "./map.js";
import { Money } from "./money.js";
import { take } from "./export.js";
import { html, t, number, icon, outline, el, family, eachFrame } from "./svg.js";

const root = document.querySelector("[data-picture]");
const $ = (selector) => root.querySelector(selector);
const $$ = (selector) => [...root.querySelectorAll(selector)];

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
      series.change({ off });
    });
    place.append(button);
  });
  series.addEventListener("change", () => place.querySelectorAll("[data-kind]").forEach((button) =>
    button.setAttribute("aria-pressed", String(!series.filter.off.has(button.dataset.kind)))));
}

function filters(series, graph) {
  const most = Math.max(1, ...series.nodes.filter((node) => node.kind !== "report" && !node.marks.includes("hub")).map((node) => node.count));
  const least = $("[data-least]");
  least.max = String(Math.min(most, 50));
  least.addEventListener("input", () => series.change({ reportsMin: Number(least.value) }));
  $("[data-from]").addEventListener("change", (event) => series.change({ from: event.target.value || null }));
  $("[data-to]").addEventListener("change", (event) => series.change({ to: event.target.value || null }));
  $('[data-act="clear"]').addEventListener("click", () => {
    least.value = "1";
    $("[data-from]").value = "";
    $("[data-to]").value = "";
    series.change({ reportsMin: 1, from: null, to: null, off: new Set() });
  });
  const tell = () => {
    const { reportsMin, from, to, off } = series.filter;
    const count = (reportsMin > 1) + (from !== null) + (to !== null) + off.size;
    $("[data-least-words]").textContent = number(reportsMin);
    $("[data-filters]").textContent = count ? number(count) : "";
  };
  series.addEventListener("change", tell);
  finding(series, graph);
}

/** Finds in the series; Enter goes from one to the next. */
function finding(series, graph) {
  const find = $("[data-find]");
  let at = -1;
  find.addEventListener("input", () => {
    at = -1;
    series.change({ words: find.value });
    $("[data-found]").textContent = find.value.trim() ? t("find.count", number(series.nodes.filter((node) => series.matches(node)).length)) : "";
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const found = series.nodes.filter((node) => node.shown && series.matches(node));
    if (!found.length) return;
    at = (at + 1) % found.length;
    show(series, graph, found[at]);
    find.focus();
  });
}

/** Opens what hides a node, chooses it and brings it into sight. */
function show(series, graph, node) {
  const place = series.places[node.place];
  if (place && place.members.length > 1 && !series.open.has(place.number)) series.toggle(place);
  series.choose({ node: node.number });
  if (!place) return;
  graph.refresh();
  graph.show(place);
}

function tools(series, graph) {
  const acts = {
    in: () => graph.zoom(1.25), out: () => graph.zoom(0.8), fit: () => graph.fit(),
    open: () => series.openAll(true), close: () => series.openAll(false),
  };
  $$("[data-act]").forEach((button) => acts[button.dataset.act] && button.addEventListener("click", acts[button.dataset.act]));
  graph.svg.addEventListener("qalxan:open", (event) => {
    const node = event.detail;
    location.assign(node.kind === "report" ? node.path : `/search?q=${encodeURIComponent(node.label)}`);
  });
  series.addEventListener("goto", (event) => {
    show(series, graph, event.detail);
    if (current() === "graph" && event.detail.place !== undefined) graph.focus();
  });
}

// --- the four views: #graph, #time, #map, #money ---------------------------------------------------

const PLACES = { graph: "[data-graph]", time: "[data-time]", map: "[data-map]", money: "[data-money-place]" };
const current = () => root.dataset.shown ?? "graph";
const made = {};

/** Each view is made when it is first looked at. */
const makers = {
  graph: () => {},
  time: (series) => { made.time = new Timeline($(PLACES.time), series); },
  map: async (series) => { made.map = new RegionMap($(PLACES.map), series, await message(root.dataset.geometry)); },
  money: async () => { made.money = new Money($(PLACES.money), await message(root.dataset.money), $("[data-panel]")); },
};

async function view(series, panel) {
  const asked = location.hash.slice(1);
  const name = $(`[data-view-link="${CSS.escape(asked)}"]`) ? asked : "graph";
  root.dataset.shown = name;
  Object.entries(PLACES).forEach(([other, place]) => $(place).toggleAttribute("hidden", other !== name));
  $$("[data-for]").forEach((part) => { part.hidden = !part.dataset.for.split(" ").includes(name); });
  $$("[data-view-link]").forEach((link) => (link.dataset.viewLink === name ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
  panel.quiet = name === "money";
  if (!(name in made)) {
    made[name] = null;
    await makers[name](series);
  }
  made[name]?.draw();
  if (name !== "money") panel.draw();
  $$("a[data-detail]").forEach((link) => { link.hash = location.hash; });
}

function shownSvg() {
  const place = $(PLACES[current()]);
  return place.matches("svg") ? place : place.querySelector("svg");
}

function exporting() {
  $$("[data-take]").forEach((button) => button.addEventListener("click", async () => {
    const svg = shownSvg();
    if (!svg) return;
    button.closest("details").open = false;
    const said = $("[data-said]");
    try {
      said.textContent = await take(root, svg, current(), button.dataset.take);
    } catch (error) {
      said.textContent = t("export.failed", error.message);
    }
    said.hidden = false;
  }));
}

// --- the table with the same content ------------------------------------------------------------------

function table(series) {
  const link = $("[data-table-switch]");
  const place = $("[data-table]");
  const words = link.textContent;
  const filter = () => {
    if (place.hidden) return;
    const shown = new Map(series.nodes.map((node) => [node.id, node.shown]));
    place.querySelectorAll("[data-node-id]").forEach((row) => { row.hidden = shown.get(row.dataset.nodeId) === false; });
  };
  series.addEventListener("change", eachFrame(filter));
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    if (!place.childElementCount) {
      const answer = await fetch(link.href);
      if (!answer.ok) return location.assign(link.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.append(document.importNode(page.querySelector("[data-picture-table]"), true));
    }
    place.hidden = !place.hidden;
    link.setAttribute("aria-expanded", String(!place.hidden));
    link.textContent = place.hidden ? words : t("table-hide");
    filter();
    return null;
  });
}

async function start() {
  const series = new Series(await message(root.dataset.source));
  $("[data-waiting]").remove();
  const graph = new Graph($("[data-graph]"), series);
  const panel = new Panel($("[data-panel]"), series);
  kinds(series);
  filters(series, graph);
  tools(series, graph);
  made.graph = null;
  new Slider($("[data-slider]"), series);
  exporting();
  table(series);
  const look = () => view(series, panel).catch(fail);
  addEventListener("hashchange", look);
  document.addEventListener("qalxan:theme", eachFrame(() => graph.refresh()));
  await view(series, panel);
  root.dataset.drawn = "true";
}

function fail(error) {
  $("[data-failed]").hidden = false;
  throw error;
}

if (root) start().catch(fail);
