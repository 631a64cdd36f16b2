// Small parts that every picture of a series is drawn with. No sentence lives here.

const page = document.querySelector("[data-picture]");
export const texts = JSON.parse(page?.dataset.texts ?? "{}");
export const lang = document.documentElement.lang || "az";

const NAMESPACE = "http://www.w3.org/2000/svg";
const zone = page?.dataset.zone ?? "UTC";
const parts = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone });
const offset = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "longOffset" });

export const DAY = 86_400_000;

/** A sentence of the reader's language with {0}, {1} … replaced. */
export const t = (key, ...values) => values.reduce(
  (sentence, value, i) => sentence.replaceAll(`{${i}}`, String(value)), texts[key] ?? `??${key}??`);

export const number = (value) => {
  const [whole, part] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, lang === "az" ? "\u202f" : ",");
  return part ? grouped + (lang === "az" ? "," : ".") + part : grouped;
};
export const money = (amount, currency) => `${number(Number(amount).toFixed(2))}\u00a0${currency}`;

/** The browser may not know the language, so the names of months are ours. */
const months = (texts.months ?? "").split("|");
export const isoDay = (time) => parts.format(time);
export const day = (time) => {
  const [year, month, date] = isoDay(time).split("-");
  return `${Number(date)} ${months[month - 1]} ${year}`;
};
export const monthName = (time) => {
  const [year, month] = isoDay(time).split("-");
  return `${months[month - 1].slice(0, 3)} ${year}`;
};

/** Midnight in the country of a day written 2026-03-01. */
export const startOf = (text) => {
  if (!text) return null;
  const utc = Date.parse(`${text}T00:00:00Z`);
  const [, sign, hours, minutes] = offset.format(utc).match(/GMT(?:([+-])(\d\d):(\d\d))?/) ?? [];
  return utc - (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
};

/** An element of SVG; attributes that are null are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** An element of HTML. */
export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Strokes in a square of 24 units, as in icons.svg. */
const ICONS = {
  report: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h6M9 16h6",
  phone: "M6 3h3l2 5-2.5 1.500a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z",
  iban: "M3 20h18M5 20V9M10 20V9M14 20V9M19 20V9M3 9l9-5 9 5z",
  card: "M3 6h18v12H3zM3 10h18M6 15h4",
  wallet: "M3 7h16v12H3zM3 7l12-4v4M15 11h6v4h-6z",
  domain: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
  url: "M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1",
  email: "M3 6h18v13H3zM3 7l9 7 9-7",
  ip: "M4 4h16v6H4zM4 14h16v6H4zM7 7h1M7 17h1",
  handle: "M16 12a4 4 0 1 0-8 0a4 4 0 0 0 8 0v2a2.500 2.500 0 0 0 5 0v-2a9 9 0 1 0-4 7.500",
  story: "M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5",
  "mail-host": "M3 6h18v13H3zM3 7l9 7 9-7M8 15h8",
  other: "M12 7v6M12 16v1M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0",
  victim: "M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM4 21c0-5 4-7 8-7s8 2 8 7",
  "cash-desk": "M3 9h18v11H3zM7 9V4h10v5M9 14h6",
  "e-wallet": "M7 2h10v20H7zM11 18h2",
  account: "M3 20h18M5 20V9M10 20V9M14 20V9M19 20V9M3 9l9-5 9 5z",
};

/** An icon around 0, 0. */
export function icon(kind, size) {
  const scale = size / 24;
  return el("path", { class: "icon", d: ICONS[kind] ?? ICONS.other,
    transform: `translate(${-size / 2} ${-size / 2}) scale(${scale})` });
}

/** People's contacts are round, money is square, the network has six sides: legible in grey. */
const FAMILIES = {
  report: "report", phone: "contact", handle: "contact", email: "contact", iban: "money", card: "money", wallet: "money",
  domain: "network", url: "network", ip: "network", "mail-host": "network", story: "story", other: "contact",
};
export const family = (kind) => FAMILIES[kind] ?? "contact";

/** The outline of a sign of that family around 0, 0. */
export function outline(kind, r) {
  switch (family(kind)) {
    case "money": {
      const half = r * 0.92;
      return el("rect", { class: "shape", x: -half, y: -half, width: 2 * half, height: 2 * half, rx: r * 0.28 });
    }
    case "network": {
      const corners = [0, 1, 2, 3, 4, 5].map((i) => {
        const angle = (Math.PI / 3) * i;
        return `${(Math.cos(angle) * r * 1.08).toFixed(2)},${(Math.sin(angle) * r * 1.08).toFixed(2)}`;
      });
      return el("polygon", { class: "shape", points: corners.join(" ") });
    }
    case "story":
      return el("rect", { class: "shape", x: -r * 1.1, y: -r * 0.85, width: r * 2.2, height: r * 1.7, rx: r * 0.85 });
    default:
      return el("circle", { class: "shape", r });
  }
}

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** How wide a text is, in CSS pixels. */
export function textWidth(text, size = 12, weight = 400) {
  const key = `${weight}/${size}/${text}`;
  if (!widths.has(key)) {
    pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

/** A text that is cut to a width. */
export function cut(text, width, size = 12) {
  if (textWidth(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}

export const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Runs at most once a frame. */
export function eachFrame(work) {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; work(); });
  };
}
