// Behaviour of every page, driven by data attributes; README.md lists them. No sentence lives here.

const texts = JSON.parse(document.getElementById("qalxan-texts")?.textContent ?? "{}");
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const typing = (element) => element?.closest?.("input, textarea, select, [contenteditable]");

// --- htmx carries the session's CSRF token -------------------------------------------------------
document.body.addEventListener("htmx:configRequest", (event) => {
  const header = document.querySelector('meta[name="csrf-header"]')?.content;
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (header && token) event.detail.headers[header] = token;
});

// --- theme: data-theme-toggle --------------------------------------------------------------------
const themes = ["", "light", "dark"];
const applyTheme = (theme) => {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  document.dispatchEvent(new CustomEvent("qalxan:theme"));
};
applyTheme(localStorage.getItem("qalxan-theme") ?? "");
$$("[data-theme-toggle]").forEach((button) => button.addEventListener("click", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  const next = themes[now === "dark" ? 1 : 2];
  localStorage.setItem("qalxan-theme", next);
  applyTheme(next);
}));

// --- keyboard: data-key="a" on links and buttons, data-row-key in a row, data-list on lists, / search, ? help ---------------
const rows = () => $$("[data-list] > [data-row]");
const current = () => rows().findIndex((row) => row.contains(document.activeElement) || row.hasAttribute("aria-current"));
const move = (step) => {
  const all = rows();
  if (!all.length) return;
  const next = all[Math.min(all.length - 1, Math.max(0, current() + step))];
  const link = next.querySelector("a");
  link?.focus();
  next.scrollIntoView({ block: "nearest" });
};
const showHelp = () => {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  const list = dialog.querySelector("dl");
  list.replaceChildren();
  const add = (key, label) => {
    const dt = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    dt.append(kbd);
    const dd = document.createElement("dd");
    dd.textContent = label;
    list.append(dt, dd);
  };
  add("/", texts.search ?? "");
  if (rows().length) add("j k", texts.move ?? "");
  if (rows().length) add("x", texts.select ?? "");
  const ofRows = new Map($$("[data-row-key]").map((element) => [element.dataset.rowKey, element.dataset.rowKeyLabel]));
  ofRows.forEach((label, key) => add(key, label));
  $$("[data-key]").forEach((element) =>
    add(element.dataset.key, element.dataset.keyLabel ?? element.textContent.trim().replace(/\s+\S$/, "")));
  dialog.showModal();
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const act = {
    "/": () => (document.querySelector("main [data-search]") ?? document.querySelector("[data-search]"))?.focus(),
    "?": showHelp,
    j: () => move(1),
    k: () => move(-1),
    x: () => rows()[current()]?.querySelector('input[type="checkbox"]')?.click(),
  }[event.key];
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
    ?? rows()[current()]?.querySelector(`[data-row-key="${CSS.escape(event.key)}"]`);
  if (target) {
    event.preventDefault();
    target.focus();
    const fold = target.tagName === "SUMMARY" && target.parentElement;
    if (fold?.open) fold.querySelector("input:not([type=hidden]), select, textarea, button")?.focus();
    else target.click();
  } else if (act) {
    event.preventDefault();
    act();
  }
});

// --- data-grid: arrows move between the links of a table's cells -------------------------------------
document.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const cell = event.target.closest?.("[data-grid] :is(td, th)");
  if (!step || !cell || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = cell.parentElement;
  const next = step[0] === 0
    ? row.cells[cell.cellIndex + step[1]]
    : (step[0] < 0 ? row.previousElementSibling : row.nextElementSibling)?.cells[cell.cellIndex];
  const link = next?.querySelector("a");
  if (link) {
    event.preventDefault();
    link.focus();
    link.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
});

// --- narrow bars: where one stands is in sight ------------------------------------------------------
$$(".rail, .tabs").forEach((bar) => {
  const here = bar.querySelector("[aria-current]")?.getBoundingClientRect();
  const box = bar.getBoundingClientRect();
  if (here && here.right > box.right) bar.scrollLeft += here.left - box.left - (box.width - here.width) / 2;
});

// --- dialogs: data-open="id", data-close; confirmation: data-confirm on a form ---------------------
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.open);
    if (dialog?.showModal) {
      event.preventDefault();
      dialog.showModal();
    }
  }
  if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  const copier = event.target.closest("[data-copy]");
  if (copier) {
    navigator.clipboard?.writeText(document.getElementById(copier.dataset.copy)?.textContent.trim() ?? "")
      .then(() => { copier.textContent = copier.dataset.copied ?? copier.textContent; });
  }
  if (event.target.closest("[data-print]")) window.print();
  const exit = event.target.closest("[data-exit]");
  if (exit) {
    event.preventDefault();
    sessionStorage.clear();
    location.replace(exit.getAttribute("href"));
  }
});
document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-row-link]")?.closest("[data-row]");
  if (!row) return;
  rows().forEach((other) => other.removeAttribute("aria-current"));
  row.setAttribute("aria-current", "true");
});
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// --- bulk selection: data-select-all beside checkboxes named like its value --------------------------
const countSelected = () => $$("[data-selected]").forEach((place) => {
  const boxes = $$(`input[name="${place.dataset.selected}"]:checked`);
  place.textContent = boxes.length;
  $$(`[data-needs-selection="${place.dataset.selected}"]`).forEach((tool) => { tool.hidden = !boxes.length; });
});
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-select-all]");
  if (all) $$(`input[name="${all.dataset.selectAll}"]`).forEach((box) => { box.checked = all.checked; });
  countSelected();
});
countSelected();

// --- clocks: data-deadline="ISO instant" counts down under an hour -----------------------------------
const tick = () => $$("[data-deadline]").forEach((place) => {
  const left = new Date(place.dataset.deadline) - Date.now();
  if (Math.abs(left) < 3_600_000) {
    const seconds = Math.floor(Math.abs(left) / 1000);
    const pad = (n) => String(n).padStart(2, "0");
    place.textContent = `${left < 0 ? "−" : ""}${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
  }
});
tick();
setInterval(tick, 1000);
document.body.addEventListener("htmx:load", tick);

// --- drafts: <form data-draft="name"> keeps what was typed on this device ------------------------------
const draftable = (field) => field.name && !field.hasAttribute("data-no-draft")
  && (field.hasAttribute("data-draft-keep") || !["password", "file", "hidden", "submit"].includes(field.type));
$$("form[data-draft]").forEach((form) => {
  const key = `qalxan-draft-${form.dataset.draft}`;
  const save = () => {
    if (document.querySelector("[data-draft-off]")?.checked) {
      localStorage.removeItem(key);
      return;
    }
    const entries = [...form.elements].filter(draftable).map((field) => [
      field.name, field.type === "checkbox" || field.type === "radio" ? (field.checked ? field.value : null) : field.value,
    ]).filter(([, value]) => value !== null && value !== "");
    if (entries.length) localStorage.setItem(key, JSON.stringify(entries));
  };
  const stored = localStorage.getItem(key);
  const untouched = ![...form.elements].some((field) => draftable(field) && !["checkbox", "radio", "select-one"].includes(field.type) && field.value);
  if (stored && untouched) {
    const entries = JSON.parse(stored);
    for (const [name, value] of entries) {
      const fields = [...form.elements].filter((field) => field.name === name && draftable(field));
      for (const field of fields) {
        if (field.type === "checkbox" || field.type === "radio") field.checked ||= field.value === value;
        else if (!field.value) { field.value = value; break; }
      }
    }
    $$("[data-draft-notice]").forEach((notice) => { notice.hidden = false; });
  }
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  if (!untouched) save();
  $$("[data-draft-choice]").forEach((choice) => { choice.hidden = false; });
});
document.querySelector("[data-focus]")?.focus();
$$("[data-draft-clear]").forEach((place) => {
  const clear = () => Object.keys(localStorage).filter((key) => key.startsWith(`qalxan-draft-${place.dataset.draftClear}`))
    .forEach((key) => localStorage.removeItem(key));
  if (place.tagName === "BUTTON") place.addEventListener("click", () => { clear(); location.reload(); });
  else clear();
});

// --- files: data-files shows what was chosen ---------------------------------------------------------
const warn = (item, text) => {
  const error = document.createElement("span");
  error.className = "error";
  error.textContent = ` ${text ?? ""}`;
  item.append(error);
};
$$("input[type=file][data-files]").forEach((input) => input.addEventListener("change", () => {
  const list = document.getElementById(input.dataset.files);
  list?.replaceChildren(...[...input.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = `${file.name} · ${(file.size / 1048576).toFixed(1)} MB`;
    if (file.size > (input.dataset.bytesMax ?? Infinity)) warn(item, input.dataset.tooLarge);
    return item;
  }));
  if (list && input.files.length > (input.dataset.filesMax ?? Infinity)) warn(list.appendChild(document.createElement("li")), input.dataset.tooMany);
}));
document.addEventListener("submit", (event) => {
  const input = event.target.querySelector("input[type=file][data-files]");
  const wrong = input && document.getElementById(input.dataset.files)?.querySelector(".error");
  if (!wrong) return;
  const leaves = event.submitter?.name === "go" && event.submitter.value !== "send";
  if (leaves) {
    input.value = "";
  } else {
    event.preventDefault();
    input.focus();
    wrong.scrollIntoView({ block: "center" });
  }
});
