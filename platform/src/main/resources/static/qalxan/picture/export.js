// A picture as a file: what is seen, in light colours, with marking, number and who took it out.

import { el, t, textWidth } from "./svg.js";

const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  "opacity", "font-size", "font-weight", "text-anchor", "paint-order", "vector-effect"];
const FONT = "Noto Sans, DejaVu Sans, Segoe UI, Arial, sans-serif";
const HEAD = 62;
const FOOT = 30;
const PIXEL_RATIO = 2;

/** Asks the server, which records the export and says what has to stand on it. */
async function stamp(root, picture, form) {
  const csrf = document.querySelector('meta[name="csrf-token"]')?.content;
  const header = document.querySelector('meta[name="csrf-header"]')?.content;
  const answer = await fetch(root.dataset.stamp, {
    method: "POST", body: new URLSearchParams({ picture, form, for: root.dataset.scope }), headers: csrf ? { [header]: csrf, Accept: "application/json" } : { Accept: "application/json" },
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail ?? `${answer.status}`);
  return said;
}

/** Copies the picture with its colours written into it, as they are on white paper. */
function copy(svg, stamped) {
  const host = document.createElement("div");
  host.className = "picture-paper";
  const width = svg.clientWidth;
  const height = svg.clientHeight;
  const inner = svg.cloneNode(true);
  host.append(inner);
  document.body.append(host);
  const all = [inner, ...inner.querySelectorAll("*")].filter((element) => !element.closest("[hidden]"));
  inner.querySelectorAll("[hidden]").forEach((element) => element.remove());
  all.forEach((element) => dress(element));
  host.remove();
  [...inner.attributes].map((attribute) => attribute.name).filter((name) => name !== "viewBox" && !STYLES.includes(name)).forEach((name) => inner.removeAttribute(name));
  inner.setAttribute("x", 0);
  inner.setAttribute("y", HEAD);
  inner.setAttribute("width", width);
  inner.setAttribute("height", height);
  return frame(inner, width, height, stamped);
}

function dress(element) {
  const style = getComputedStyle(element);
  STYLES.forEach((name) => {
    const value = style.getPropertyValue(name);
    if (value && value !== "none" || name === "fill") element.setAttribute(name, value);
  });
  ["class", "role", "tabindex", "aria-label", "aria-expanded", "aria-hidden", "data-place", "data-node", "data-region", "data-stop", "data-flow"].forEach((name) => element.removeAttribute(name));
}

/** The marking stands at the head and the foot, as TLP 2.0 asks of documents. */
function frame(inner, width, height, stamped) {
  const wide = textWidth(stamped.marking, 13, 700) + 16;
  const marking = (y) => [el("rect", { x: width - wide - 16, y: y - 15, width: wide, height: 21, fill: "#000000" }),
    el("text", { x: width - 16 - wide / 2, y, "text-anchor": "middle", "font-size": 13, "font-weight": 700, fill: stamped.colour }, stamped.marking)];
  return el("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: height + HEAD + FOOT, viewBox: `0 0 ${width} ${height + HEAD + FOOT}`, "font-family": FONT },
    el("title", {}, `${stamped.marking} ${stamped.title}`), el("desc", {}, stamped.line),
    el("rect", { width, height: height + HEAD + FOOT, fill: "#ffffff" }),
    el("text", { x: 16, y: 27, "font-size": 17, "font-weight": 700, fill: "#1b2126" }, stamped.title),
    el("text", { x: 16, y: 48, "font-size": 12, fill: "#525e67" }, stamped.line),
    ...marking(27), inner, ...marking(height + HEAD + 20),
    el("text", { x: 16, y: height + HEAD + 20, "font-size": 11, fill: "#525e67" }, stamped.foot));
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function png(text, svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Number(svg.getAttribute("width")) * PIXEL_RATIO;
  canvas.height = Number(svg.getAttribute("height")) * PIXEL_RATIO;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

/** Saves the picture that is shown as {@code svg} or {@code png}. */
export async function take(root, svg, picture, form) {
  const stamped = await stamp(root, picture, form);
  const whole = copy(svg, stamped);
  const text = new XMLSerializer().serializeToString(whole);
  const blob = form === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await png(text, whole);
  save(blob, `${stamped.file}.${form}`);
  return t("export.done", `${stamped.file}.${form}`);
}

