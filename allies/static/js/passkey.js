// Passkeys. <form data-passkey="login|authenticate|signup|add" hidden> with <input type="hidden" name="credential">,
// its options at data-options-url or in <script type="application/json" id="…"> named by data-options, a
// <p role="alert" data-passkey-error hidden> to speak in (data-refused, data-failed: its words), and a button.
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const described = (list) => list?.map((item) => ({ ...item, id: toBytes(item.id) }));

function parsed(options, creating) {
  if (creating) {
    if (PublicKeyCredential.parseCreationOptionsFromJSON) return PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: described(options.excludeCredentials),
    };
  }
  if (PublicKeyCredential.parseRequestOptionsFromJSON) return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return { ...options, challenge: toBytes(options.challenge), allowCredentials: described(options.allowCredentials) };
}

function written(credential) {
  try {
    return JSON.stringify(credential.toJSON());
  } catch { // no toJSON here, or one that another program replaced
    const response = { clientDataJSON: toText(credential.response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = toText(credential.response[part]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return JSON.stringify({
      id: credential.id, rawId: toText(credential.rawId), type: credential.type, response,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  }
}

async function options(form) {
  const { optionsUrl, options: id } = form.dataset;
  let data;
  if (optionsUrl) {
    const response = await fetch(optionsUrl, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(String(response.status));
    data = await response.json();
  } else {
    data = JSON.parse(document.getElementById(id).textContent);
  }
  data = data.creation_options ?? data.request_options ?? data;
  return data.publicKey ?? data;
}

// A key that signs in without a name must be kept on the device and ask who is there (allauth's "passwordless").
function resident(form, wanted) {
  const box = form.elements.passwordless;
  if (!box || !wanted.authenticatorSelection) return wanted;
  const on = box.type === "checkbox" ? box.checked : Boolean(box.value);
  return {
    ...wanted,
    authenticatorSelection: {
      ...wanted.authenticatorSelection,
      residentKey: on ? "required" : "discouraged", requireResidentKey: on,
      ...(on && { userVerification: "required" }),
    },
  };
}

export function start(form) {
  if (!window.PublicKeyCredential || !navigator.credentials) return; // stays hidden
  if (/^[\d.]+$|^\[/.test(location.hostname)) return; // a browser binds a passkey to a name, never to a bare number
  const creating = ["signup", "add"].includes(form.dataset.passkey);
  const error = form.querySelector("[data-passkey-error]");
  form.hidden = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (error) error.hidden = true;
    form.setAttribute("aria-busy", "true");
    try {
      const publicKey = parsed(creating ? resident(form, await options(form)) : await options(form), creating);
      const credential = await (creating ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
      form.elements.credential.value = written(credential);
      form.submit();
    } catch (problem) {
      form.removeAttribute("aria-busy");
      if (!error) return;
      const stopped = ["NotAllowedError", "AbortError"].includes(problem.name);
      error.textContent = (stopped ? error.dataset.refused : error.dataset.failed) || error.dataset.failed || "";
      error.hidden = false;
    }
  });
}
