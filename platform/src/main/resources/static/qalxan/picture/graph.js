// The graph: places in the plane of the server's layout, signs and words at the size of the screen.

import { el, icon, outline, family, t, number, textWidth, overlap, eachFrame, still } from "./svg.js";

const ZOOM_MAX = 6;
const STEP = 1.25;
const FIT_MAX = 1.15;
const MARGIN = 28;
const TOOLS = 36;
const NEAR = 7;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const DOT = 4;
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Graph {
  constructor(svg, series) {
    this.svg = svg;
    this.series = series;
    this.view = { k: 1, x: 0, y: 0 };
    this.stand();
    this.signs = new Map();
    this.draw();
    this.measure();
    this.fit(false);
    this.listen();
    series.addEventListener("change", eachFrame(() => this.refresh()));
    series.addEventListener("choose", eachFrame(() => this.refresh()));
    new ResizeObserver(() => this.resized()).observe(svg);
  }

  /** On a high and narrow screen the picture stands upright. */
  stand() {
    const { width, height } = this.box();
    const [left, top, right, bottom] = this.series.bounds;
    if (width > height * 0.9 || right - left < bottom - top) return;
    this.series.bounds = [top, left, bottom, right];
    this.series.places.forEach((place) => { [place.x, place.y] = [place.y, place.x]; });
  }

  // --- drawing once -------------------------------------------------------------------------------

  draw() {
    this.world = el("g", { class: "world" });
    this.lines = el("g", { class: "ties" });
    this.layer = el("g", { class: "signs" });
    this.words = el("g", { class: "words", "aria-hidden": "true" });
    this.world.append(this.lines);
    this.caption = el("text", { class: "caption", "aria-hidden": "true" }, t("graph.hubs"));
    this.svg.append(this.world, this.layer, this.caption, this.words);
    this.series.ties.forEach((tie) => {
      tie.line = el("path", { class: `tie ${tie.kind}` });
      this.lines.append(tie.line);
    });
    const order = [...this.series.places].sort((a, b) => b.r - a.r);
    order.forEach((place) => this.layer.append(this.sign(place)));
    this.refresh();
  }

  /** The sign of a place: built once, moved by zoom, dressed by refresh. */
  sign(place) {
    const node = this.series.nodes[place.members[0]];
    const bundle = place.members.length > 1;
    const group = el("g", { class: `sign ${family(node.kind)} kind-${node.kind}`, role: "button", tabindex: "-1", "data-place": place.number });
    if (bundle) group.classList.add("bundle");
    if (place.hub) group.classList.add("hub");
    node.marks.forEach((mark) => group.classList.add(mark));
    place.shape = bundle || node.kind === "report" ? el("circle", { class: "shape", r: place.r }) : outline(node.kind, place.r);
    group.append(place.shape);
    if (node.kind !== "report" && !bundle) group.append(icon(node.kind, place.r * 1.1));
    place.badge = el("text", { class: "badge" });
    group.append(place.badge);
    if (node.marks.includes("frozen")) group.append(this.flag("❄", place.r, -1));
    if (node.marks.includes("returned")) group.append(this.flag("↩", place.r, 1));
    place.group = group;
    place.label = el("text", { class: "label" });
    return group;
  }

  flag(sign, r, side) {
    return el("text", { class: "flag", x: side * r * 0.95, y: r * 0.95 }, sign);
  }

  // --- what changes with filters and choice --------------------------------------------------------

  refresh() {
    const near = this.neighbourhood();
    this.searching = this.series.filter.words.trim() !== "";
    this.series.places.forEach((place) => this.dress(place, near));
    this.series.ties.forEach((tie) => this.dressTie(tie, near));
    this.dots();
    this.place();
    this.rove();
  }

  /** Places beside the chosen one; null when nothing is chosen. */
  neighbourhood() {
    const { chosen } = this.series;
    if (chosen?.tie !== undefined) {
      const tie = this.series.ties[chosen.tie];
      return new Set([tie.from, tie.to]);
    }
    const place = this.series.chosenPlace();
    if (!place) return null;
    const near = new Set([place.number]);
    place.ties.filter((tie) => tie.shown).forEach((tie) => near.add(tie.from).add(tie.to));
    return near;
  }

  dress(place, near) {
    const { series } = this;
    const nodes = place.members.map((member) => series.nodes[member]);
    const found = this.searching && nodes.some((node) => series.matches(node));
    const chosen = series.chosenPlace() === place;
    place.group.toggleAttribute("hidden", place.shown === 0);
    place.group.classList.toggle("chosen", chosen);
    place.group.classList.toggle("found", found);
    place.group.classList.toggle("faded", (near !== null && !near.has(place.number)) || (this.searching && near === null && !found));
    place.group.classList.toggle("open", series.open.has(place.number));
    place.group.classList.toggle("fresh", series.fresh !== undefined && nodes.some((node) => node.shown && node.kind === "report" && node.time >= series.fresh));
    place.group.setAttribute("aria-label", this.spoken(place, nodes));
    if (nodes.length > 1) place.group.setAttribute("aria-expanded", series.open.has(place.number));
    place.first = found || chosen ? 2 : near?.has(place.number) ? 1 : 0;
  }

  spoken(place, nodes) {
    const { series } = this;
    const node = nodes[0];
    const kind = t(`kind.${node.kind}`);
    if (nodes.length > 1) {
      return node.kind === "report" ? t("graph.bundle", number(place.shown)) : t("graph.bundle-of", kind, number(place.shown));
    }
    const marks = node.marks.map((mark) => `, ${t(`mark.${mark}`)}`).join("");
    return node.kind === "report" ? `${kind} ${node.label}${marks}` : `${kind} ${node.label}, ${t("graph.reports", number(node.count))}${marks}`;
  }

  dressTie(tie, near) {
    const { chosen } = this.series;
    const hub = this.series.places[tie.from].hub || this.series.places[tie.to].hub;
    const place = this.series.chosenPlace()?.number;
    const lit = chosen?.tie === tie.number || tie.from === place || tie.to === place;
    tie.line.toggleAttribute("hidden", tie.shown === 0 || (hub && !lit));
    tie.line.classList.toggle("lit", lit);
    tie.line.classList.toggle("faded", near !== null && !lit);
    tie.line.setAttribute("stroke-width", (1 + Math.log2(Math.max(1, tie.shown)) * 0.55).toFixed(2));
    const from = this.series.places[tie.from];
    const to = this.series.places[tie.to];
    tie.line.setAttribute("d", tie.kind === "money" ? this.arrow(from, to) : `M${from.x} ${from.y}L${to.x} ${to.y}`);
  }

  arrow(from, to) {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const [x, y] = [to.x - dx * (to.r + 4), to.y - dy * (to.r + 4)];
    const back = (side) => `${x - dx * 9 - dy * 5 * side} ${y - dy * 9 + dx * 5 * side}`;
    return `M${from.x} ${from.y}L${x} ${y}M${back(1)}L${x} ${y}L${back(-1)}`;
  }

  /** The reports in open bundles, the older in the middle. */
  dots() {
    const { series } = this;
    series.places.forEach((place) => {
      const open = series.open.has(place.number) && place.shown > 0;
      if (!open) {
        place.dots?.remove();
        place.dots = null;
        return;
      }
      place.dots ??= this.dotsOf(place);
      place.members.forEach((member) => {
        const node = series.nodes[member];
        node.dot.toggleAttribute("hidden", !node.shown);
        node.dot.classList.toggle("chosen", series.chosen?.node === member);
        node.dot.classList.toggle("found", series.matches(node));
        node.dot.classList.toggle("fresh", series.fresh !== undefined && node.time >= series.fresh);
      });
    });
  }

  dotsOf(place) {
    const group = el("g", { class: "dots" });
    const spread = (place.r - DOT - 2) / Math.sqrt(place.members.length);
    place.members.forEach((member, i) => {
      const node = this.series.nodes[member];
      const far = spread * Math.sqrt(i + 0.5);
      node.dx = far * Math.cos(i * GOLDEN_ANGLE);
      node.dy = far * Math.sin(i * GOLDEN_ANGLE);
      node.dot = el("circle", { class: "dot", role: "button", tabindex: "-1", "data-node": member,
        "aria-label": `${t(`kind.${node.kind}`)} ${node.label}` });
      group.append(node.dot);
    });
    place.group.after(group);
    return group;
  }

  // --- what changes with zoom ----------------------------------------------------------------------

  /** Signs shrink less than the plane, so that they stay legible. */
  size() {
    return Math.min(1.25, Math.max(0.5, Math.pow(this.view.k, 0.55)));
  }

  at(place) {
    return [place.x * this.view.k + this.view.x, place.y * this.view.k + this.view.y];
  }

  radius(place) {
    const node = this.series.nodes[place.members[0]];
    if (place.members.length === 1) return place.r * this.size() * (node.kind === "report" ? 0.9 : 1);
    return Math.max(place.shown > 1 ? 9 : 6, place.r * this.view.k * Math.sqrt(place.shown / place.members.length));
  }

  place() {
    const { k, x, y } = this.view;
    this.world.setAttribute("transform", `matrix(${k} 0 0 ${k} ${x} ${y})`);
    this.series.places.forEach((place) => {
      if (place.shown === 0) return;
      const [px, py] = this.at(place);
      const bundle = place.members.length > 1;
      const r = this.radius(place);
      if (bundle) {
        place.group.setAttribute("transform", `translate(${px.toFixed(1)} ${py.toFixed(1)})`);
        place.shape.setAttribute("r", (place.dots ? place.r * k : r).toFixed(1));
      } else {
        place.group.setAttribute("transform", `translate(${px.toFixed(1)} ${py.toFixed(1)}) scale(${(r / place.r).toFixed(3)})`);
      }
      this.badge(place, r);
      if (place.dots) this.placeDots(place, px, py);
    });
    this.placeCaption();
    this.label();
  }

  /** The row of common identifiers says what it is. */
  placeCaption() {
    const hubs = this.series.places.filter((place) => place.hub && place.shown > 0);
    this.caption.toggleAttribute("hidden", hubs.length === 0);
    if (!hubs.length) return;
    const corners = hubs.map((place) => this.at(place));
    const left = Math.min(...corners.map(([x]) => x)) - 20;
    const top = Math.min(...corners.map(([, y]) => y)) - 30;
    this.caption.setAttribute("x", left.toFixed(1));
    this.caption.setAttribute("y", top.toFixed(1));
    this.captionBox = { left, right: left + textWidth(this.caption.textContent, 12), top: top - 12, bottom: top + 5 };
  }

  placeDots(place, px, py) {
    const r = Math.min(9, Math.max(1.6, DOT * this.view.k));
    place.members.forEach((member) => {
      const node = this.series.nodes[member];
      node.dot.setAttribute("cx", (px + node.dx * this.view.k).toFixed(1));
      node.dot.setAttribute("cy", (py + node.dy * this.view.k).toFixed(1));
      node.dot.setAttribute("r", r.toFixed(1));
    });
  }

  /** How many reports a bundle or an identifier stands for. */
  badge(place, r) {
    const node = this.series.nodes[place.members[0]];
    const { badge } = place;
    if (place.members.length > 1) {
      const size = Math.min(22, Math.max(10, r * 0.62));
      const words = number(place.shown);
      const fits = !place.dots && textWidth(words, size, 650) < 2 * r - 3;
      badge.textContent = fits ? words : "";
      badge.setAttribute("font-size", size.toFixed(1));
      badge.setAttribute("y", (size * 0.35).toFixed(1));
    } else if (node.kind !== "report") {
      const scale = place.r / r;
      badge.textContent = node.count > 1 ? number(node.count) : "";
      badge.setAttribute("font-size", (11 * scale).toFixed(1));
      badge.setAttribute("x", (place.r * 0.82).toFixed(1));
      badge.setAttribute("y", (-place.r * 0.72).toFixed(1));
    }
  }

  /** Words stand where there is room for them: those of the most reports first, as on a map. */
  label() {
    const { width, height } = this.box();
    const shown = this.series.places.filter((place) => place.shown > 0);
    const taken = shown.map((place) => this.taken(place));
    if (!this.caption.hasAttribute("hidden")) taken.push(this.captionBox);
    taken.push({ left: width - 48, right: width, top: 0, bottom: 132 });
    const order = shown.map((place, i) => i).sort((a, b) => this.urgency(shown[b]) - this.urgency(shown[a]) || this.rank(shown[b]) - this.rank(shown[a]) || a - b);
    const signs = taken.length;
    this.words.replaceChildren();
    order.forEach((i) => {
      const place = shown[i];
      const words = this.wordsOf(place);
      if (!words || (place.group.classList.contains("faded") && place !== this.hovered)) return;
      const [x, y] = this.at(place);
      if (x < -40 || y < -40 || x > width + 40 || y > height + 40) return;
      const spot = this.spot(place, words, taken, i, signs);
      if (!spot) return;
      taken.push(spot);
      place.label.textContent = words;
      place.label.setAttribute("x", spot.x.toFixed(1));
      place.label.setAttribute("y", spot.y.toFixed(1));
      place.label.setAttribute("class", `label${place.group.classList.contains("chosen") ? " chosen" : ""}${place.hub ? " hub" : ""}`);
      this.words.append(place.label);
    });
  }

  urgency(place) {
    return place === this.hovered ? 2 : place.first;
  }

  rank(place) {
    const node = this.series.nodes[place.members[0]];
    return node.kind === "report" ? (place.members.length > 1 ? -1 : 0) : node.count + (place.hub ? -1e6 : 1);
  }

  wordsOf(place) {
    const node = this.series.nodes[place.members[0]];
    if (place.members.length === 1) return node.shorter ?? node.label;
    return node.kind === "report" ? "" : t("graph.bundle-of", t(`kind.${node.kind}`), number(place.shown));
  }

  taken(place) {
    const [x, y] = this.at(place);
    const r = place.dots ? place.r * this.view.k : this.radius(place);
    const half = r * 0.86;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  }

  /** Below, above, right or left of the sign, where nothing else is; none when all are taken. */
  spot(place, label, taken, own, signs) {
    const [x, y] = this.at(place);
    const r = this.radius(place);
    const width = textWidth(label, 12) + 6;
    const spots = [[x, y + r + 13], [x, y - r - 5], [x + r + 3 + width / 2, y + 4], [x - r - 3 - width / 2, y + 4]];
    const boxes = spots.map(([sx, sy]) => ({ left: sx - width / 2, right: sx + width / 2, top: sy - 11, bottom: sy + 4, x: sx, y: sy }));
    const free = boxes.find((box) => this.inside(box) && taken.every((other, i) => i === own || !overlap(box, other)));
    if (free || this.urgency(place) < 2) return free ?? null;
    const words = taken.slice(signs);
    return boxes.find((box) => words.every((other) => !overlap(box, other))) ?? null;
  }

  inside(box) {
    const { width, height } = this.box();
    return box.left >= 2 && box.right <= width - 2 && box.top >= 0 && box.bottom <= height;
  }

  // --- zoom and pan --------------------------------------------------------------------------------

  box() {
    return { width: this.svg.clientWidth || 800, height: this.svg.clientHeight || 500 };
  }

  /** The picture's own units are the screen's, and print can shrink it. */
  measure() {
    const { width, height } = this.box();
    const now = `0 0 ${width} ${height}`;
    if (now === this.measured || this.svg.clientWidth === 0) return false;
    this.measured = now;
    this.svg.setAttribute("viewBox", now);
    return true;
  }

  resized() {
    if (matchMedia("print").matches || !this.measure()) return;
    if (this.moved) this.place();
    else this.fit(false);
  }

  /** Everything in sight. */
  fit(slowly = true) {
    const { width, height } = this.box();
    const [left, top, right, bottom] = this.series.bounds;
    const free = width - 2 * MARGIN - TOOLS;
    const k = Math.min(FIT_MAX, free / Math.max(1, right - left), (height - 2 * MARGIN) / Math.max(1, bottom - top));
    this.fitted = k;
    this.moved = false;
    this.glide({ k, x: (width - TOOLS - (left + right) * k) / 2, y: (height - (top + bottom) * k) / 2 }, slowly);
  }

  zoom(by, at) {
    const { width, height } = this.box();
    const [cx, cy] = at ?? [width / 2, height / 2];
    const k = Math.min(ZOOM_MAX, Math.max(Math.min(this.fitted, 1) * 0.5, this.view.k * by));
    const ratio = k / this.view.k;
    this.moved = true;
    this.glide({ k, x: cx - (cx - this.view.x) * ratio, y: cy - (cy - this.view.y) * ratio }, at === undefined);
  }

  pan(dx, dy) {
    this.moved = true;
    this.view = { ...this.view, x: this.view.x + dx, y: this.view.y + dy };
    this.place();
  }

  /** Brings a place into sight; a far one is approached. */
  show(place) {
    const { width, height } = this.box();
    const [x, y] = this.at(place);
    const inside = x > MARGIN && y > MARGIN && x < width - MARGIN && y < height - MARGIN;
    if (inside) return;
    this.moved = true;
    this.glide({ ...this.view, x: width / 2 - place.x * this.view.k, y: height / 2 - place.y * this.view.k }, true);
  }

  glide(to, slowly) {
    cancelAnimationFrame(this.gliding);
    if (!slowly || still()) {
      this.view = to;
      this.place();
      return;
    }
    const from = this.view;
    const begin = performance.now();
    const step = (now) => {
      const part = Math.min(1, (now - begin) / 180);
      const ease = 1 - (1 - part) ** 3;
      this.view = { k: from.k + (to.k - from.k) * ease, x: from.x + (to.x - from.x) * ease, y: from.y + (to.y - from.y) * ease };
      this.place();
      if (part < 1) this.gliding = requestAnimationFrame(step);
    };
    this.gliding = requestAnimationFrame(step);
  }

  // --- hands ---------------------------------------------------------------------------------------

  listen() {
    const { svg } = this;
    svg.addEventListener("click", (event) => this.click(event));
    svg.addEventListener("dblclick", (event) => {
      const place = this.placeOf(event.target);
      if (place) this.series.toggle(place);
      else this.zoom(STEP * STEP, this.point(event));
    });
    svg.addEventListener("pointerover", (event) => this.hover(this.placeOf(event.target)));
    svg.addEventListener("pointerleave", () => this.hover(null));
    svg.addEventListener("keydown", (event) => this.key(event));
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !svg.contains(document.activeElement)) return;
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 400), this.point(event));
    }, { passive: false });
    this.dragging();
  }

  point(event) {
    const box = this.svg.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** One finger or the mouse moves, two fingers zoom. */
  dragging() {
    const { svg } = this;
    const fingers = new Map();
    let travelled = 0;
    svg.addEventListener("pointerdown", (event) => {
      fingers.set(event.pointerId, [event.clientX, event.clientY]);
      travelled = 0;
    });
    svg.addEventListener("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const now = [event.clientX, event.clientY];
      travelled += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
      if (fingers.size === 1 && travelled > 4) {
        if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
        this.pan(now[0] - before[0], now[1] - before[1]);
      } else if (fingers.size === 2) {
        const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
        const far = (at) => Math.hypot(at[0] - other[0], at[1] - other[1]) || 1;
        this.zoom(far(now) / far(before), this.point(event));
      }
      fingers.set(event.pointerId, now);
    });
    const end = (event) => {
      fingers.delete(event.pointerId);
      this.dragged = travelled > 4;
    };
    svg.addEventListener("pointerup", end);
    svg.addEventListener("pointercancel", end);
    svg.addEventListener("pointerleave", end);
  }

  /** What lies under the pointer shows its words. */
  hover(place) {
    if (place === this.hovered) return;
    this.hovered = place;
    this.label();
  }

  placeOf(target) {
    const group = target.closest?.("[data-place]");
    return group ? this.series.places[group.dataset.place] : null;
  }

  click(event) {
    if (this.dragged) {
      this.dragged = false;
      return;
    }
    const dot = event.target.closest("[data-node]");
    const place = this.placeOf(event.target);
    if (dot) this.choose({ node: Number(dot.dataset.node) });
    else if (place) this.pick(place);
    else this.series.choose(this.tieNear(this.point(event)));
  }

  /** A second click on a bundle opens it. */
  pick(place) {
    const again = this.series.chosenPlace() === place && place.members.length > 1;
    this.choose(place.members.length === 1 ? { node: place.members[0] } : { place: place.number });
    if (again) this.series.toggle(place);
  }

  choose(chosen) {
    this.series.choose(chosen);
    this.focus();
  }

  /** The line under the pointer. */
  tieNear([px, py]) {
    let best = null;
    let nearest = NEAR;
    this.series.ties.forEach((tie) => {
      if (tie.shown === 0 || tie.line.hasAttribute("hidden")) return;
      const [ax, ay] = this.at(this.series.places[tie.from]);
      const [bx, by] = this.at(this.series.places[tie.to]);
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const along = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
      const far = Math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay));
      if (far < nearest) {
        nearest = far;
        best = { tie: tie.number };
      }
    });
    return best;
  }

  // --- keyboard ------------------------------------------------------------------------------------

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      "+": () => this.zoom(STEP), "=": () => this.zoom(STEP), "-": () => this.zoom(1 / STEP), 0: () => this.fit(),
      Enter: () => this.enter(), " ": () => this.enter(), Escape: () => this.escape(), Home: () => this.goto(this.start()),
    }[event.key] ?? (ARROWS[event.key] && (() => (event.shiftKey ? this.pan(-60 * ARROWS[event.key][0], -60 * ARROWS[event.key][1]) : this.step(ARROWS[event.key]))));
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  /** Opens a bundle; steps into an open one; of one thing, opens its page. */
  enter() {
    const place = this.series.chosenPlace();
    if (!place) return this.goto(this.start());
    const node = this.series.nodes[this.series.chosen.node ?? place.members[0]];
    if (this.series.chosen.node === undefined && !place.dots) return this.series.toggle(place);
    if (this.series.chosen.node === undefined) return this.choose({ node: place.members.find((member) => this.series.nodes[member].shown) });
    return this.svg.dispatchEvent(new CustomEvent("qalxan:open", { detail: node }));
  }

  escape() {
    const place = this.series.chosenPlace();
    if (place && this.series.chosen.node !== undefined && place.members.length > 1) this.goto(place);
    else if (place && this.series.open.has(place.number)) this.series.toggle(place);
    else this.series.choose(null);
  }

  /** The identifier of the most reports. */
  start() {
    return this.series.places.filter((place) => place.shown > 0)
      .reduce((best, place) => (best === null || this.rank(place) > this.rank(best) ? place : best), null);
  }

  goto(place) {
    if (!place) return;
    this.choose(place.members.length === 1 ? { node: place.members[0] } : { place: place.number });
    this.show(place);
  }

  /** To the neighbour in that direction; when there is none, to the nearest place there. */
  step(direction) {
    const here = this.series.chosenPlace();
    if (!here) return this.goto(this.start());
    const { node } = this.series.chosen;
    if (node !== undefined && here.dots) return this.stepInside(here, this.series.nodes[node], direction);
    const all = this.series.places.filter((place) => place.shown > 0 && place !== here);
    const tied = new Set(here.ties.filter((tie) => tie.shown > 0).flatMap((tie) => [tie.from, tie.to]));
    const to = this.nearest(here, all.filter((place) => tied.has(place.number)), direction) ?? this.nearest(here, all, direction);
    return to && this.goto(to);
  }

  stepInside(place, from, direction) {
    const others = place.members.map((member) => this.series.nodes[member]).filter((node) => node.shown && node !== from)
      .map((node) => ({ x: node.dx, y: node.dy, node }));
    const to = this.nearest({ x: from.dx, y: from.dy }, others, direction);
    if (to) return this.choose({ node: to.node.number });
    return this.goto(place);
  }

  nearest(from, others, [dx, dy]) {
    let best = null;
    let least = Infinity;
    others.forEach((other) => {
      const [x, y] = [other.x - from.x, other.y - from.y];
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy - y * dx);
      if (ahead <= 0 || aside > ahead * 1.8) return;
      const cost = ahead + 2 * aside;
      if (cost < least) {
        least = cost;
        best = other;
      }
    });
    return best;
  }

  /** One place is reached by the tabulator key: the chosen one, or the first. */
  rove() {
    this.svg.querySelectorAll('[tabindex="0"]').forEach((group) => group.setAttribute("tabindex", "-1"));
    this.target()?.setAttribute("tabindex", "0");
  }

  target() {
    const { chosen } = this.series;
    const place = this.series.chosenPlace() ?? this.start();
    if (chosen?.node !== undefined && place?.dots) return this.series.nodes[chosen.node].dot;
    return place?.group;
  }

  focus() {
    this.rove();
    const target = this.target();
    if (target && document.activeElement !== target) target.focus({ preventScroll: true });
  }
}
