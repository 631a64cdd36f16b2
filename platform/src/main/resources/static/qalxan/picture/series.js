// A series in memory: what is shown of it under the filters and the moment of the slider.

import { isoDay, startOf, DAY } from "./svg.js";

const fold = (text) => text.toLocaleLowerCase("az").replaceAll("ı", "i").normalize("NFKD").replace(/\p{M}/gu, "")
  .replaceAll("ə", "e").replace(/[\s()-]/g, "");

export class Series extends EventTarget {
  constructor(message) {
    super();
    Object.assign(this, message);
    this.nodes.forEach((node, i) => {
      node.number = i;
      node.time = node.at ? Date.parse(node.at) : null;
      node.edges = [];
      node.key = fold(node.label);
    });
    this.edges.forEach((edge) => {
      this.nodes[edge.from].edges.push(edge);
      this.nodes[edge.to].edges.push(edge);
    });
    this.places.forEach((place, i) => {
      place.number = i;
      place.ties = [];
      place.kind = this.nodes[place.members[0]].kind;
      place.members.forEach((member) => { this.nodes[member].place = i; });
    });
    this.ties.forEach((tie, i) => {
      tie.number = i;
      this.places[tie.from].ties.push(tie);
      this.places[tie.to].ties.push(tie);
    });
    const times = this.nodes.filter((node) => node.kind === "report" && node.time !== null).map((node) => node.time);
    this.first = times.length ? startOf(isoDay(Math.min(...times))) : 0;
    this.last = times.length ? startOf(isoDay(Math.max(...times))) : 0;
    this.dayCount = Math.round((this.last - this.first) / DAY) + 1;
    this.filter = { off: new Set(), reportsMin: 1, from: null, to: null, until: null, words: "" };
    this.open = new Set();
    this.chosen = null;
    this.count();
  }

  /** The other end of an edge. */
  across(edge, node) {
    return this.nodes[edge.from === node.number ? edge.to : edge.from];
  }

  reports() {
    return this.nodes.filter((node) => node.kind === "report");
  }

  /** The reports that state an identifier, as far as they are shown. */
  reportsOf(node) {
    return node.edges.map((edge) => this.across(edge, node)).filter((other) => other.kind === "report" && other.shown);
  }

  change(part) {
    Object.assign(this.filter, part);
    this.count();
    this.dispatchEvent(new Event("change"));
  }

  toggle(place) {
    if (place.members.length < 2) return;
    if (!this.open.delete(place.number)) this.open.add(place.number);
    this.dispatchEvent(new Event("change"));
  }

  openAll(yes) {
    this.open = new Set(yes ? this.places.filter((place) => place.members.length > 1).map((place) => place.number) : []);
    this.dispatchEvent(new Event("change"));
  }

  /** Chooses {place}, {node} or {tie} by number, or nothing. */
  choose(chosen) {
    this.chosen = chosen;
    this.dispatchEvent(new Event("choose"));
  }

  /** The place of what is chosen; null when nothing is or it is a tie. */
  chosenPlace() {
    if (this.chosen?.place !== undefined) return this.places[this.chosen.place];
    const place = this.chosen?.node !== undefined ? this.nodes[this.chosen.node].place : undefined;
    return place === undefined ? null : this.places[place];
  }

  matches(node) {
    const words = fold(this.filter.words.trim());
    return words !== "" && node.key.includes(words);
  }

  /** Works out what is shown and how many. */
  count() {
    const { off, reportsMin, from, to, until } = this.filter;
    const start = startOf(from) ?? -Infinity;
    const end = Math.min((startOf(to) ?? Infinity) + DAY, (until ?? Infinity) + DAY);
    this.nodes.forEach((node) => {
      node.count = 0;
      node.seen = null;
      node.until = null;
      node.shown = node.kind === "report" && !off.has("report") && (node.time === null || (node.time >= start && node.time < end));
    });
    this.edges.forEach((edge) => {
      const one = this.nodes[edge.from];
      const other = this.nodes[edge.to];
      if (one.kind === "report" && one.shown && other.kind !== "report") this.seen(other, one.time);
      if (other.kind === "report" && other.shown && one.kind !== "report") this.seen(one, other.time);
    });
    this.nodes.forEach((node) => {
      if (node.kind !== "report") {
        const alone = off.has("report") || !node.edges.some((edge) => this.across(edge, node).kind === "report");
        const least = node.marks.includes("hub") ? 1 : reportsMin;
        node.shown = !off.has(node.kind) && (alone ? node.time === null || node.time < end : node.count >= least);
      }
    });
    this.ties.forEach((tie) => { tie.shown = 0; });
    this.tieOf ??= new Map(this.ties.map((tie) => [`${tie.from}/${tie.to}/${tie.kind}`, tie]));
    this.edges.forEach((edge) => {
      const one = this.nodes[edge.from];
      const other = this.nodes[edge.to];
      if (edge.silent || !one.shown || !other.shown || one.place === undefined || other.place === undefined) return;
      const tie = this.tieOf.get(`${one.place}/${other.place}/${edge.kind}`) ?? this.tieOf.get(`${other.place}/${one.place}/${edge.kind}`);
      if (tie) tie.shown += 1;
    });
    this.nodes.forEach((node) => {
      if (node.place === undefined && node.kind !== "report" && !node.marks.includes("hub")) this.through(node);
    });
    this.places.forEach((place) => {
      place.shown = place.members.reduce((sum, member) => sum + (this.nodes[member].shown ? 1 : 0), 0);
    });
  }

  /** What is not drawn joins the first place that states it to the others, as on the server. */
  through(node) {
    const all = node.edges.map((edge) => this.across(edge, node)).filter((other) => other.kind === "report");
    const first = Math.min(...all.map((report) => report.place));
    const shown = new Set(all.filter((report) => report.shown).map((report) => report.place));
    if (!shown.has(first)) return;
    shown.forEach((place) => {
      const tie = this.tieOf.get(`${first}/${place}/through`);
      if (tie) tie.shown += 1;
    });
  }

  seen(node, time) {
    node.count += 1;
    if (time === null) return;
    node.seen = node.seen === null ? time : Math.min(node.seen, time);
    node.until = node.until === null ? time : Math.max(node.until, time);
  }
}
