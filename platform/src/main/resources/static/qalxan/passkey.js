// Passkeys (W3C Web Authentication): [data-passkey="add"] on /account, "sign-in" as second factor.

const headers = () => ({
  Accept: "application/json",
  [document.querySelector('meta[name="csrf-header"]').content]:
    document.querySelector('meta[name="csrf-token"]').content,
});
const bytes = (text) => Uint8Array.from(
  atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const withBytes = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));

const ask = async (path, body, type) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { ...headers(), ...(type ? { "Content-Type": type } : {}) },
    body,
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail ?? String(answer.status));
  return json;
};

const plain = (credential, response) => JSON.stringify({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  clientExtensionResults: {},
  response,
});

const add = async (form) => {
  const fields = new FormData(form);
  const options = await ask("/account/passkeys/options",
    new URLSearchParams({ password: fields.get("password") }));
  const credential = await navigator.credentials.create({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  } });
  const answer = plain(credential, {
    clientDataJSON: text(credential.response.clientDataJSON),
    attestationObject: text(credential.response.attestationObject),
    transports: credential.response.getTransports?.() ?? [],
  });
  const label = new URLSearchParams({ label: fields.get("label") });
  return ask(`/account/passkeys?${label}`, answer, "application/json");
};

const signIn = async () => {
  const options = await ask("/sign-in/passkey/options");
  const credential = await navigator.credentials.get({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  } });
  const answer = plain(credential, {
    clientDataJSON: text(credential.response.clientDataJSON),
    authenticatorData: text(credential.response.authenticatorData),
    signature: text(credential.response.signature),
    userHandle: credential.response.userHandle ? text(credential.response.userHandle) : undefined,
  });
  return ask("/sign-in/passkey", answer, "application/json");
};

const run = async (place, work) => {
  const problem = place.querySelector("[data-passkey-problem]");
  problem.hidden = true;
  try {
    const { next } = await work();
    location.assign(next);
  } catch (error) {
    const ours = !(error instanceof DOMException) && error.message;
    problem.textContent = ours ? `${place.dataset.failed} ${error.message}` : place.dataset.failed;
    problem.hidden = false;
  }
};

for (const place of document.querySelectorAll("[data-passkey]")) {
  if (place.dataset.passkey === "add") {
    place.addEventListener("submit", (event) => {
      event.preventDefault();
      run(place, () => add(place));
    });
  } else {
    place.querySelector("[data-passkey-start]").addEventListener("click", () => run(place, signIn));
  }
}
