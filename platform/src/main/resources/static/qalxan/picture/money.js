// Where the money went: victim, account, account, wallet; a bar for each place, a band for each way.

import { el, html, icon, t, money, cut, day, eachFrame } from "./svg.js";

const MARGIN = 16;
const BAR = 16;
const WORDS = 168;

export class Money {
  constructor(place, message, panel) {
    this.place = place;
    this.message = message;
    this.panel = panel;
    this.at = 0;
    this.chosen = null;
    if (!message.currencies.length) {
      panel.replaceChildren();
      place.append(html("div", { class: "empty" }, html("h2", {}, t("money.empty")), html("p", {}, t("money.empty-next"))));
      return;
    }
    this.head = html("div", { class: "picture-money-head" });
    this.scroll = html("div", { class: "picture-scroll", tabindex: "0", role: "region", "aria-label": t("money.title") });
    this.svg = el("svg", { class: "picture-money", role: "group", "aria-label": t("money.title") });
    this.scroll.append(this.svg);
    place.append(this.head, this.scroll);
    this.svg.addEventListener("click", (event) => this.choose(event.target.closest("[data-stop], [data-flow]")));
    this.svg.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(eachFrame(() => this.draw())).observe(place);
    this.draw();
  }

  get picture() {
    return this.message.currencies[this.at];
  }

  draw() {
    if (this.place.hidden || !this.svg || matchMedia("print").matches) return;
    this.heads();
    const { picture } = this;
    const space = this.place.clientWidth - 2 * MARGIN - 24;
    const layers = Math.max(...picture.stops.map((stop) => stop.layer));
    this.step = layers === 0 ? 0 : Math.max(230, (space - WORDS - BAR) / layers);
    const width = Math.max(space, layers * this.step + BAR + WORDS) + 2 * MARGIN;
    const height = picture.height + 2 * MARGIN;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("width", width);
    this.svg.setAttribute("height", height);
    this.svg.replaceChildren(this.patterns(), ...picture.flows.map((flow, i) => this.flow(flow, i)), ...picture.stops.map((stop, i) => this.stop(stop, i)));
    this.tell();
  }

  heads() {
    const { totals, code } = this.picture;
    const currencies = this.message.currencies.map((one, i) => {
      const button = html("button", { type: "button", class: "chip", "aria-pressed": String(i === this.at) }, one.code);
      button.addEventListener("click", () => { this.at = i; this.chosen = null; this.draw(); this.head.querySelectorAll("button")[i].focus(); });
      return button;
    });
    const total = (name, value, tone, sign) => html("span", { class: `chip ${tone}` }, `${sign}${t(`money.${name}`)} `, html("b", {}, money(value, code)));
    this.head.replaceChildren(...(currencies.length > 1 ? currencies : []), total("sent", totals.sent, "", ""), total("frozen", totals.frozen, "pet", "❄ "),
      total("returned", totals.returned, "fern", "↩ "), total("open", totals.open, "nar", "? "),
      this.message.cut ? html("span", { class: "chip saf" }, t("money.cut")) : "");
  }

  patterns() {
    const pattern = (id, tone, ...parts) => el("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: id === "frozen-part" ? "rotate(45)" : null },
      el("rect", { class: `part-ground ${tone}`, width: 6, height: 6 }), ...parts);
    return el("defs", {}, pattern("frozen-part", "frozen", el("path", { class: "part-line frozen", d: "M0 0V6" })),
      pattern("returned-part", "returned", el("circle", { class: "part-dot returned", cx: 3, cy: 3, r: 1.6 })));
  }

  x(stop) {
    return MARGIN + stop.layer * this.step;
  }

  flow(flow, i) {
    const [from, to] = [this.picture.stops[flow.from], this.picture.stops[flow.to]];
    const [ax, ay] = [this.x(from) + BAR, MARGIN + flow.leaves];
    const [bx, by] = [this.x(to), MARGIN + flow.arrives];
    const bend = flow.back ? Math.max(80, Math.abs(ax - bx) / 2 + 60) : (bx - ax) / 2;
    const d = `M${ax.toFixed(1)} ${ay.toFixed(1)}C${(ax + bend).toFixed(1)} ${ay.toFixed(1)} ${(bx - bend).toFixed(1)} ${by.toFixed(1)} ${bx.toFixed(1)} ${by.toFixed(1)}`;
    const words = t("money.flow", this.name(from), this.name(to), this.amounts(flow)) + (flow.verified ? "" : `, ${t("money.unverified")}`);
    return el("path", { class: `flow${flow.verified ? "" : " unverified"}${this.is("flow", i) ? " chosen" : ""}`, d, "stroke-width": Math.max(1.5, flow.thick).toFixed(1),
      role: "button", tabindex: "0", "data-flow": i, "aria-label": words });
  }

  amounts(flow) {
    const sent = money(flow.sent, flow.sentIn);
    return flow.sentIn === flow.receivedIn ? sent : `${sent} → ${money(flow.received, flow.receivedIn)}`;
  }

  name(stop) {
    return stop.members > 1 ? t("money.victims", stop.members) : stop.label;
  }

  /** A bar as high as what came or went; what is frozen and what came back are parts of it. */
  stop(stop, i) {
    const x = this.x(stop);
    const y = MARGIN + stop.y;
    const { code } = this.picture;
    const all = Math.max(stop.in, stop.out, 0.000001);
    const part = (value) => Math.min(stop.height, (value / all) * stop.height);
    const frozen = part(stop.frozen);
    const returned = Math.min(part(stop.returned), stop.height - frozen);
    const name = cut(this.name(stop), WORDS - 34);
    const tx = x + BAR + 26;
    const lines = [el("text", { class: "name", x: tx, y: y + stop.height / 2 - 2 }, name),
      el("text", { class: "amount", x: tx, y: y + stop.height / 2 + 13 }, money(Math.max(stop.in, stop.out), code))];
    const notes = [stop.frozen > 0 ? ["frozen", `❄ ${money(stop.frozen, code)}`] : null, stop.returned > 0 ? ["returned", `↩ ${money(stop.returned, code)}`] : null].filter(Boolean);
    notes.forEach(([kind, words], n) => lines.push(el("text", { class: `amount ${kind}`, x: tx, y: y + stop.height / 2 + 27 + n * 14 }, words)));
    return el("g", { class: `stop ${stop.kind}${this.is("stop", i) ? " chosen" : ""}`, role: "button", tabindex: "0", "data-stop": i,
      "aria-label": [t(`stop.${stop.kind}`), this.name(stop), money(Math.max(stop.in, stop.out), code), stop.frozen > 0 ? `${t("money.frozen")} ${money(stop.frozen, code)}` : null,
        stop.returned > 0 ? `${t("money.returned")} ${money(stop.returned, code)}` : null].filter(Boolean).join(", ") },
    el("rect", { class: "whole", x, y, width: BAR, height: stop.height }),
    frozen > 0 ? el("rect", { fill: "url(#frozen-part)", class: "part frozen", x, y: y + stop.height - frozen, width: BAR, height: frozen }) : "",
    returned > 0 ? el("rect", { fill: "url(#returned-part)", class: "part returned", x, y: y + stop.height - frozen - returned, width: BAR, height: returned }) : "",
    el("g", { class: "mark", transform: `translate(${x + BAR + 13} ${y + stop.height / 2})` }, icon(stop.kind, 16)), ...lines);
  }

  is(what, i) {
    return this.chosen !== null && this.chosen[what] === i;
  }

  choose(target) {
    if (!target) this.chosen = null;
    else this.chosen = target.dataset.stop !== undefined ? { stop: Number(target.dataset.stop) } : { flow: Number(target.dataset.flow) };
    this.draw();
    const again = this.chosen && this.svg.querySelector(this.chosen.stop !== undefined ? `[data-stop="${this.chosen.stop}"]` : `[data-flow="${this.chosen.flow}"]`);
    again?.focus({ preventScroll: true });
  }

  /** Along the money: right and left follow the largest way, up and down go through the column. */
  key(event) {
    const here = event.target.closest("[data-stop], [data-flow]");
    if (!here) return;
    if (event.key === "Enter" || event.key === " ") this.choose(here);
    else if (event.key === "Escape") this.choose(null);
    else if (here.dataset.stop !== undefined && event.key.startsWith("Arrow")) this.follow(Number(here.dataset.stop), event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  follow(i, key) {
    const { stops, flows } = this.picture;
    const column = stops.map((stop, n) => [stop, n]).filter(([stop]) => stop.layer === stops[i].layer).sort((a, b) => a[0].y - b[0].y).map(([, n]) => n);
    const largest = (side, other) => flows.filter((flow) => flow[side] === i).reduce((best, flow) => (best === null || flow.thick > best.thick ? flow : best), null)?.[other];
    const to = { ArrowRight: () => largest("from", "to"), ArrowLeft: () => largest("to", "from"), ArrowDown: () => column[column.indexOf(i) + 1], ArrowUp: () => column[column.indexOf(i) - 1] }[key]();
    if (to !== undefined) this.choose(this.svg.querySelector(`[data-stop="${to}"]`));
  }

  tell() {
    const list = (rows) => {
      const facts = html("dl", { class: "facts" });
      rows.filter(([, value]) => value).forEach(([name, value]) => facts.append(html("dt", {}, name), html("dd", {}, value)));
      return facts;
    };
    const { picture, chosen } = this;
    const { code } = picture;
    if (chosen === null) {
      this.panel.replaceChildren(html("h2", {}, t("money.title")), html("p", { class: "note" }, t("money.hint")), html("p", { class: "note" }, t("money.legend")));
    } else if (chosen.stop !== undefined) {
      const stop = picture.stops[chosen.stop];
      const freezes = picture.freezes.filter((freeze) => freeze.stop === chosen.stop);
      this.panel.replaceChildren(html("h2", { class: "mono" }, html("small", {}, t(`stop.${stop.kind}`)), this.name(stop)),
        list([[t("money.in"), stop.in ? money(stop.in, code) : ""], [t("money.out"), stop.out ? money(stop.out, code) : ""], [t("money.left"), stop.left ? money(stop.left, code) : ""],
          [t("money.frozen"), stop.frozen ? money(stop.frozen, code) : ""], [t("money.returned"), stop.returned ? money(stop.returned, code) : ""]]),
        ...(freezes.length ? [html("h3", {}, t("money.freezes")), this.freezes(freezes, code)] : []));
    } else {
      const flow = picture.flows[chosen.flow];
      const [from, to] = [picture.stops[flow.from], picture.stops[flow.to]];
      this.panel.replaceChildren(html("h2", {}, html("small", {}, t("money.way")), `${this.name(from)} → ${this.name(to)}`),
        html("p", {}, flow.verified ? html("span", { class: "chip fern" }, `✓ ${t("money.verified")}`) : html("span", { class: "chip saf" }, t("money.unverified"))),
        list([[t("money.amount"), this.amounts(flow)], [t("money.transfers"), String(flow.transfers)],
          [t("money.when"), flow.first === flow.last ? day(Date.parse(flow.first)) : `${day(Date.parse(flow.first))} – ${day(Date.parse(flow.last))}`]]));
    }
  }

  freezes(all, code) {
    const items = html("ul", { class: "plain picture-list" });
    all.forEach((freeze) => items.append(html("li", {}, html("b", {}, freeze.number), ` ${freeze.state}`, freeze.held ? ` · ${money(freeze.held, code)}` : "",
      html("span", { class: "why-words" }, [freeze.organisation, freeze.requester, day(Date.parse(freeze.at)), freeze.until ? t("money.until", day(Date.parse(freeze.until))) : ""].filter(Boolean).join(" · ")))));
    return items;
  }
}

