// Sends files of an exhibit in pieces: progress, pause, going on, several files in turn. No sentence lives here.

const CALLS = "/evidence/intakes/pieces";
const WAIT_SECONDS_MAX = 30;
const part = document.querySelector("[data-intake]");
const texts = Object.fromEntries([...part.querySelectorAll("[data-text]")].map((one) => [one.dataset.text, one.textContent]));
const input = part.querySelector('input[type="file"]');
const list = part.querySelector("ul.intake");
const status = part.querySelector('[role="status"]');
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const lang = document.documentElement.lang;
const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
const say = (sentence, ...values) =>
  values.reduce((said, value, i) => said.replaceAll(`{${i}}`, value), sentence);

const size = (bytes) => {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${numbers.format(bytes / 1000 ** step)} ${units[step]}`;
};
const span = (seconds) => {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return say(texts.seconds, whole);
  const minutes = Math.round(whole / 60);
  if (minutes < 90) return say(texts.minutes, minutes);
  return `${say(texts.hours, Math.floor(minutes / 60))} ${say(texts.minutes, minutes % 60)}`;
};

/** What stops a file until a person acts. */
class Stopped extends Error {}
/** What may pass by itself: no connection, a server that is starting. */
class Passing extends Error {}

const call = async (method, path, options = {}) => {
  const headers = { Accept: "application/json", [meta("csrf-header")]: meta("csrf-token"), ...options.headers };
  let answer;
  try {
    answer = await fetch(CALLS + path, { method, headers, body: options.body, signal: options.signal, redirect: "manual" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Passing();
  }
  if (answer.type === "opaqueredirect" || answer.status === 401) throw new Stopped(texts.gone);
  if (answer.status === 429 || answer.status === 502 || answer.status === 503 || answer.status === 504) throw new Passing();
  return answer;
};
const json = async (method, path, body, signal) => {
  const answer = await call(method, path, {
    signal,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Stopped(say(texts.failed, told.detail ?? answer.status));
  return told;
};
const checksum = async (bytes) => {
  if (!crypto.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256 ${btoa(String.fromCharCode(...digest))}`;
};

/** A piece of a file with its digest; reading the next one goes on while this one is sent. */
const piece = async (file, from, length) => {
  try {
    const bytes = await file.slice(from, Math.min(from + length, file.size)).arrayBuffer();
    return { from, bytes, checksum: await checksum(bytes) };
  } catch {
    throw new Stopped(texts.unreadable);
  }
};

class Sending {
  constructor(file, own) {
    this.file = file;
    this.own = own;
    this.state = "waits";
    this.received = 0;
    this.speeds = [];
    const row = part.querySelector("template").content.cloneNode(true).firstElementChild;
    this.row = row;
    this.of = (name) => row.querySelector(`[data-of="${name}"]`);
    this.of("name").textContent = file.name;
    row.querySelector("progress").setAttribute("aria-label", file.name);
    ["pause", "resume", "drop"].forEach((name) => {
      this.of(name).setAttribute("aria-label", `${this.of(name).textContent}: ${file.name}`);
      this.of(name).addEventListener("click", () => this[name]());
    });
    list.append(row);
    this.show(texts.waits);
  }

  show(told, loud = false) {
    const share = this.file.size ? this.received / this.file.size : this.state === "stored" ? 1 : 0;
    this.of("percent").textContent = `${Math.floor(share * 100)} %`;
    this.row.querySelector("progress").value = Math.floor(share * 1000);
    this.of("told").textContent = told;
    this.row.dataset.state = this.state;
    const going = this.state === "sends" || this.state === "again";
    const focused = this.row.contains(document.activeElement) ? document.activeElement : null;
    this.of("pause").hidden = !going;
    this.of("resume").hidden = !["paused", "stopped"].includes(this.state);
    this.of("drop").hidden = ["stored", "dropped", "digests", "ended"].includes(this.state);
    if (focused?.hidden) ["resume", "pause", "drop"].map((name) => this.of(name)).find((one) => !one.hidden)?.focus();
    if (loud) status.textContent = `${this.file.name}: ${told}`;
  }

  progress() {
    const now = performance.now();
    this.speeds.push([now, this.received]);
    while (this.speeds.length > 2 && now - this.speeds[0][0] > 8000) this.speeds.shift();
    const [[first, from]] = this.speeds;
    const perSecond = now > first ? (this.received - from) / ((now - first) / 1000) : 0;
    const left = perSecond > 0 ? span((this.file.size - this.received) / perSecond) : "…";
    this.show(say(texts.sends, size(this.received), size(this.file.size), size(perSecond), left));
  }

  /** Sends until the file is stored, a person stops it, or something does. */
  async run() {
    this.abort = new AbortController();
    this.state = "sends";
    let waits = 1;
    while (this.state === "sends" || this.state === "again") {
      try {
        if (await this.announce()) {
          await this.pieces(() => { waits = 1; });
          await this.finish();
        }
      } catch (error) {
        if (error instanceof Passing) {
          await this.waitAgain(waits);
          waits = Math.min(WAIT_SECONDS_MAX, waits * 2);
        } else if (error instanceof Stopped) {
          this.state = "stopped";
          this.show(error.message, true);
        } else if (error.name !== "AbortError") {
          this.state = "stopped";
          this.show(say(texts.failed, error.message), true);
        }
      }
    }
  }

  async announce() {
    const { name, size: bytes, lastModified: modified } = this.file;
    const whose = this.own ? { exhibit: part.dataset.exhibit } : { like: part.dataset.exhibit };
    // An answer may have been lost on its way: what was begun is asked for first.
    const known = this.id ? await json("GET", `/${this.id}`, undefined, this.abort.signal) : null;
    if (known && known.state !== "receiving") {
      this.ended(known);
      return false;
    }
    const standing = known ?? await json("POST", "", { ...whose, name, bytes, modified }, this.abort.signal);
    this.id = standing.id;
    this.length = standing.piece;
    this.received = standing.received;
    this.of("exhibit").href = standing.path;
    // What came before is compared once: the last piece is sent again.
    this.next = Math.max(0, Math.ceil(standing.received / this.length) - 1) * this.length;
    this.speeds = [];
    return true;
  }

  async pieces(well) {
    let coming = piece(this.file, this.next, this.length);
    while (this.next < this.file.size) {
      const now = await coming;
      coming = piece(this.file, now.from + now.bytes.byteLength, this.length);
      coming.catch(() => {});
      const answer = await call("PATCH", `/${this.id}`, {
        signal: this.abort.signal,
        headers: {
          "Content-Type": "application/offset+octet-stream",
          "Upload-Offset": String(now.from),
          ...(now.checksum ? { "Upload-Checksum": now.checksum } : {}),
        },
        body: now.bytes,
      });
      const offset = Number(answer.headers.get("Upload-Offset") ?? Number.NaN);
      if (answer.ok) {
        this.received = offset;
        this.next = now.from + now.bytes.byteLength;
      } else {
        const told = await answer.json().catch(() => ({}));
        const elsewhere = told.type?.endsWith(":intake-offset") && Number.isFinite(offset) && offset !== now.from;
        if (!elsewhere && !told.type?.endsWith(":intake-checksum")) {
          throw new Stopped(say(texts.failed, told.detail ?? answer.status));
        }
        this.next = elsewhere ? offset : now.from;
        coming = piece(this.file, this.next, this.length);
      }
      well();
      this.progress();
    }
  }

  async finish() {
    this.state = "digests";
    let standing;
    do {
      standing = await json("POST", `/${this.id}/finish`);
      this.show(say(texts.digests, `${Math.floor((100 * standing.digested) / Math.max(1, this.file.size))} %`));
    } while (standing.state === "receiving");
    this.ended(standing);
  }

  ended(standing) {
    this.state = standing.state === "stored" ? "stored" : "ended";
    this.received = standing.received;
    this.show(say(texts[standing.state] ?? texts.failed, standing.sha256 ?? ""), true);
    this.of("exhibit").hidden = standing.state !== "stored";
  }

  async waitAgain(seconds) {
    this.state = "again";
    const end = performance.now() + seconds * 1000;
    while (this.state === "again" && performance.now() < end) {
      this.show(say(texts.again, span((end - performance.now()) / 1000)), false);
      await new Promise((done) => setTimeout(done, 250));
    }
    if (this.state === "again") this.state = "sends";
  }

  pause() {
    this.state = "paused";
    this.abort.abort();
    this.show(say(texts.paused, size(this.received), size(this.file.size)), true);
  }

  resume() {
    this.state = "waits";
    this.show(texts.waits);
    goOn();
  }

  async drop() {
    if (this.id && !window.confirm(texts.ask)) return;
    this.abort?.abort();
    this.state = "dropped";
    try {
      if (this.id) await json("DELETE", `/${this.id}`);
      this.show(texts.dropped, true);
    } catch (error) {
      this.state = "stopped";
      this.show(error.message, true);
    }
    goOn();
  }
}

// --- one file after the other ----------------------------------------------------------------------
const sendings = [];
let running = false;
const goOn = async () => {
  if (running) return;
  running = true;
  for (let next = waiting(); next; next = waiting()) await next.run();
  running = false;
};
const waiting = () => sendings.find((one) => one.state === "waits");

let own = part.dataset.takes === "true";
const take = (files) => {
  for (const file of files) {
    sendings.push(new Sending(file, own));
    own = false;
    if (part.dataset.more !== "true") break;
  }
  input.value = "";
  goOn();
};
input.addEventListener("change", () => take([...input.files]));
const field = input.closest(".drop");
["dragover", "drop"].forEach((name) => field.addEventListener(name, (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (name === "drop") take([...event.dataTransfer.files]);
}));
window.addEventListener("online", () => sendings.filter((one) => one.state === "again").forEach((one) => { one.state = "sends"; }));
window.addEventListener("beforeunload", (event) => {
  if (sendings.some((one) => ["sends", "again", "digests", "waits"].includes(one.state))) event.preventDefault();
});
