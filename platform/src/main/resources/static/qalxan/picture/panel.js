// What is chosen, in words: what it is, why it belongs here, what it is tied to.

import { html, t, number, money, day } from "./svg.js";

const LISTED_MAX = 12;

export class Panel {
  constructor(place, series) {
    this.place = place;
    this.series = series;
    this.more = false;
    series.addEventListener("choose", () => { this.more = false; this.draw(); });
    series.addEventListener("change", () => this.draw());
    this.draw();
  }

  draw() {
    if (this.quiet) return;
    const { chosen } = this.series;
    const place = this.series.chosenPlace();
    let parts;
    if (chosen?.region !== undefined) parts = this.region(chosen.region);
    else if (chosen?.tie !== undefined) parts = this.tie(this.series.ties[chosen.tie]);
    else if (chosen?.node !== undefined) parts = this.node(this.series.nodes[chosen.node]);
    else if (place) parts = this.bundle(place);
    else parts = this.summary();
    this.place.replaceChildren(...parts.filter(Boolean));
  }

  head(kind, words, mono = false) {
    return html("h2", { class: mono ? "mono" : null }, html("small", {}, kind), words);
  }

  facts(rows) {
    const list = html("dl", { class: "facts" });
    rows.filter(([, value]) => value !== null && value !== "").forEach(([name, value]) => list.append(html("dt", {}, name), html("dd", {}, value)));
    return list;
  }

  marks(node) {
    if (!node.marks.length) return null;
    const tone = { hub: "saf", frozen: "pet", returned: "fern", confirmed: "fern" };
    const sign = { frozen: "❄ ", returned: "↩ ", hub: "◌ ", confirmed: "✓ " };
    return html("p", { class: "row" }, ...node.marks.map((mark) => html("span", { class: `chip ${tone[mark]}` }, sign[mark] + t(`mark.${mark}`))));
  }

  span(from, to) {
    if (from === null) return "";
    return day(from) === day(to) ? day(from) : `${day(from)} – ${day(to)}`;
  }

  losses(nodes) {
    const sums = new Map();
    nodes.filter((node) => node.loss).forEach((node) => sums.set(node.currency, (sums.get(node.currency) ?? 0) + Number(node.loss)));
    const sorted = [...sums].sort((a, b) => b[1] - a[1]).map(([currency, sum]) => money(sum, currency));
    return sorted.length ? html("span", {}, ...sorted.map((sum) => html("span", { class: "sum" }, sum))) : "";
  }

  summary() {
    const reports = this.series.reports().filter((node) => node.shown);
    const drawn = this.series.nodes.filter((node) => node.kind !== "report" && node.shown && node.place !== undefined).length;
    const times = reports.map((node) => node.time).filter((time) => time !== null);
    const notes = [];
    if (this.series.unshared) notes.push(t("panel.unshared", number(this.series.unshared)));
    if (this.series.weak) notes.push(t("panel.weak", number(this.series.weak)));
    if (!this.series.series.whole) notes.push(t("panel.part", number(reports.length)));
    return [
      html("h2", {}, t("panel.all")),
      this.facts([
        [t("panel.reports"), number(reports.length)], [t("panel.identifiers"), number(drawn)],
        [t("panel.time"), times.length ? this.span(Math.min(...times), Math.max(...times)) : ""], [t("panel.loss"), this.losses(reports)],
      ]),
      html("p", { class: "note" }, t("panel.hint")),
      ...notes.map((note) => html("p", { class: "note" }, note)),
    ];
  }

  node(node) {
    return node.kind === "report" ? this.report(node) : this.identifier(node);
  }

  identifier(node) {
    const reports = this.series.reportsOf(node);
    const others = node.edges.filter((edge) => edge.kind === "money");
    return [
      this.head(t(`kind.${node.kind}`), node.label, true),
      this.marks(node),
      node.marks.includes("hub") ? html("p", { class: "note" }, t("panel.hub")) : null,
      this.facts([
        [t("panel.reports"), number(reports.length)], [t("panel.used"), this.span(node.seen, node.until)], [t("panel.loss"), this.losses(reports)],
      ]),
      html("p", {}, html("a", { href: `/search?q=${encodeURIComponent(node.label)}` }, t("panel.search"))),
      html("h3", {}, t("panel.stated-in")),
      this.list(reports, (other) => this.toReport(other)),
      others.length ? html("h3", {}, t("panel.tied")) : null,
      others.length ? this.list(others, (edge) => this.reason(edge, this.series.across(edge, node))) : null,
    ];
  }

  report(node) {
    const region = node.region ? this.series.regions[node.region] ?? node.region : "";
    const of = (...kinds) => node.edges.filter((edge) => kinds.includes(edge.kind)).sort((a, b) => b.weight - a.weight);
    const [links, stated, paid] = [of("link"), of("stated"), of("money")];
    return [
      this.head(t("kind.report"), html("a", { href: node.path }, node.label), true),
      this.facts([
        [t("panel.at"), node.time === null ? "" : day(node.time)], [t("panel.category"), node.category ?? ""], [t("panel.region"), region],
        [t("panel.body"), node.body ?? ""], [t("panel.loss"), node.loss ? money(node.loss, node.currency) : ""],
      ]),
      html("h3", {}, t("panel.why")),
      links.length ? this.list(links, (edge) => this.link(edge, node)) : html("p", { class: "note" }, t("panel.no-why")),
      stated.length ? html("h3", {}, t("panel.states")) : null,
      stated.length ? this.list(stated, (edge) => this.stated(this.series.across(edge, node))) : null,
      paid.length ? html("h3", {}, t("panel.money")) : null,
      paid.length ? this.list(paid, (edge) => this.reason(edge, this.series.across(edge, node))) : null,
    ];
  }

  /** Why two reports belong together, and where they can be compared. */
  link(edge, node) {
    const other = this.series.across(edge, node);
    const ids = [this.series.nodes[edge.from], this.series.nodes[edge.to]].map((report) => report.id.replace("report:", ""));
    return [
      html("span", {}, ...t("panel.with", "\u0001").split("\u0001").flatMap((words, i) => (i ? [this.to(other), words] : [words]))), " ",
      edge.marks.includes("confirmed") ? html("span", { class: "chip fern" }, `✓ ${t("mark.confirmed")}`) : null,
      html("span", { class: "why-words" }, this.series.reasons[edge.reason] ?? ""),
      html("a", { href: `/series/compare?one=${ids[0]}&other=${ids[1]}`, "aria-label": `${t("panel.compare")}: ${node.label}, ${other.label}` }, t("panel.compare")),
    ];
  }

  stated(other) {
    const hub = other.marks.includes("hub");
    return [html("small", {}, `${t(`kind.${other.kind}`)} `), this.to(other), " ", hub ? html("span", { class: "chip saf" }, t("mark.hub"))
      : html("small", {}, `· ${t("graph.reports", number(this.series.reportsOf(other).length))}`)];
  }

  bundle(place) {
    const nodes = place.members.map((member) => this.series.nodes[member]).filter((node) => node.shown);
    if (!nodes.length) return this.summary();
    const { kind } = nodes[0];
    const times = nodes.map((node) => node.time).filter((time) => time !== null);
    const open = this.series.open.has(place.number);
    const button = html("button", { type: "button", class: "btn ghost small" }, t(open ? "panel.close" : "panel.open"));
    button.addEventListener("click", () => this.series.toggle(place));
    return [
      this.head(t("panel.bundle"), kind === "report" ? t("graph.reports", number(nodes.length)) : t("graph.bundle-of", t(`kind.${kind}`), number(nodes.length))),
      html("p", { class: "note" }, t(`fold.${place.fold}`)),
      this.facts([[t("panel.time"), times.length ? this.span(Math.min(...times), Math.max(...times)) : ""], [t("panel.loss"), this.losses(nodes)]]),
      html("p", {}, button),
      html("h3", {}, t("panel.ties")),
      this.list(this.tiesOf(place), ([other, count]) => this.tied(other, count)),
      html("h3", {}, t("panel.inside")),
      this.list(nodes, (node) => (kind === "report" ? this.toReport(node) : this.to(node))),
    ];
  }

  /** What a bundle's reports state, by how many of them do. */
  tiesOf(place) {
    const counts = new Map();
    place.members.map((member) => this.series.nodes[member]).filter((node) => node.shown).forEach((node) => {
      new Set(node.edges.map((edge) => this.series.across(edge, node))).forEach((other) => {
        if (other.place !== place.number && other.shown) counts.set(other, (counts.get(other) ?? 0) + 1);
      });
    });
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].number - b[0].number);
  }

  region(code) {
    const reports = this.series.reports().filter((node) => node.shown && (node.region ?? "") === code);
    const counts = new Map();
    reports.forEach((node) => node.edges.map((edge) => this.series.across(edge, node)).filter((other) => other.kind !== "report" && !other.marks.includes("hub"))
      .forEach((other) => counts.set(other, (counts.get(other) ?? 0) + 1)));
    const most = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0].number - b[0].number);
    return [
      this.head(t("panel.region"), code ? this.series.regions[code] ?? code : t("map.unknown")),
      this.facts([[t("panel.reports"), number(reports.length)], [t("panel.loss"), this.losses(reports)]]),
      most.length ? html("h3", {}, t("panel.ties")) : null,
      most.length ? this.list(most, ([other, count]) => this.tied(other, count)) : null,
      html("h3", {}, t("panel.inside")),
      this.list(reports, (node) => this.toReport(node)),
    ];
  }

  tie(tie) {
    const name = (place) => (place.members.length > 1 ? t("graph.bundle", number(place.shown)) : this.series.nodes[place.members[0]].label);
    if (tie.kind === "through") return this.through(tie, name);
    const edges = this.series.edges.filter((edge) => edge.kind === tie.kind && this.between(edge, tie));
    const reasons = new Map();
    edges.forEach((edge) => reasons.set(edge.reason, (reasons.get(edge.reason) ?? 0) + 1));
    return [
      this.head(t(`edge.${tie.kind}`), `${name(this.series.places[tie.from])} — ${name(this.series.places[tie.to])}`),
      html("p", { class: "note" }, t("panel.links", number(tie.shown))),
      this.list([...reasons].sort((a, b) => b[1] - a[1]), ([reason, count]) => [this.series.reasons[reason], count > 1 ? html("small", {}, ` × ${number(count)}`) : null]),
    ];
  }

  /** Which identifiers that are not drawn stand on both sides. */
  through(tie, name) {
    const both = this.series.nodes.filter((node) => {
      if (node.place !== undefined || node.kind === "report" || node.marks.includes("hub")) return false;
      const places = new Set(this.series.reportsOf(node).map((report) => report.place));
      return places.has(tie.from) && places.has(tie.to);
    });
    return [
      this.head(t("edge.through"), `${name(this.series.places[tie.from])} — ${name(this.series.places[tie.to])}`),
      html("p", { class: "note" }, t("panel.through")),
      this.list(both, (node) => [html("small", {}, `${t(`kind.${node.kind}`)} `), this.to(node), html("small", {}, ` · ${t("graph.reports", number(node.count))}`)]),
    ];
  }

  between(edge, tie) {
    const ends = [this.series.nodes[edge.from].place, this.series.nodes[edge.to].place];
    return ends.includes(tie.from) && ends.includes(tie.to) && this.series.nodes[edge.from].shown && this.series.nodes[edge.to].shown;
  }

  list(all, row) {
    const list = html("ul", { class: "plain picture-list" });
    const shown = this.more ? all : all.slice(0, LISTED_MAX);
    shown.forEach((one) => list.append(html("li", {}, ...[row(one)].flat().filter((part) => part !== null))));
    if (all.length > shown.length) {
      const more = html("button", { type: "button", class: "btn link" }, t("panel.more", number(all.length - shown.length)));
      more.addEventListener("click", () => { this.more = true; this.draw(); this.place.focus(); });
      list.append(html("li", {}, more));
    }
    return list;
  }

  /** A button that chooses a node in the picture; what is not drawn is only named. */
  to(node) {
    if (node.place === undefined) return html("span", { class: "mono" }, node.label);
    const button = html("button", { type: "button", class: "btn link mono" }, node.label);
    button.addEventListener("click", () => this.series.dispatchEvent(new CustomEvent("goto", { detail: node })));
    return button;
  }

  toReport(node) {
    return [html("a", { href: node.path, class: "mono" }, node.label), html("small", {}, node.time === null ? "" : ` ${day(node.time)}`, node.loss ? ` · ${money(node.loss, node.currency)}` : "")];
  }

  tied(node, count) {
    return [html("small", {}, `${t(`kind.${node.kind}`)} `), this.to(node), html("small", {}, ` × ${number(count)}`)];
  }

  reason(edge, other) {
    const hub = other.marks.includes("hub");
    return [
      html("small", {}, `${t(`kind.${other.kind}`)} `), this.to(other), hub ? html("span", { class: "chip saf" }, t("mark.hub")) : null,
      html("span", { class: "why-words" }, this.series.reasons[edge.reason] ?? ""),
    ];
  }
}
