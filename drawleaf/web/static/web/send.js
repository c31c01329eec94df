import { sentence } from "#web/sentences.js";

/** A no from the server, or from the line: status 0 means that nothing arrived. */
export class SendError extends Error {
  constructor(status, body = {}) {
    const reason = body.reason ?? (status ? "else" : "no_line");
    super(reason);
    this.status = status;
    this.reason = reason;
    this.sentence = body.sentence ?? sentence(reason);
    this.body = body;
  }
}

/** Whether it is the server's no; without one, or from a broken server, it may have been taken. */
export const isNo = ({ status }) => status >= 400 && status < 500;

/** POSTs `fields` (text; bytes as b64u) and returns the JSON answer, or throws SendError. */
export function send(url, fields = {}, options = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) body.append(name, value);
  }
  return answer(url, { method: "POST", body, headers: { "X-CSRFToken": token() }, ...options });
}

/** GETs JSON, or throws SendError. */
export function ask(url) {
  return answer(url, {});
}

// From no page by name: which one it is would tell what kind of record it sends.
async function answer(url, { headers, ...options }) {
  let response;
  try {
    response = await fetch(url, {
      ...options,
      referrer: "/",
      headers: { ...headers, Accept: "application/json" },
      credentials: "same-origin",
    });
  } catch {
    throw new SendError(0);
  }
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const body = isJson ? await response.json().catch(() => ({})) : {};
  // A page in place of an answer: the session has ended, and this is the sign-in page.
  const isPage = response.ok && response.redirected && !isJson;
  if (isPage || body.reason === "signed_out") {
    document.dispatchEvent(new CustomEvent("drawleaf:signed-out"));
  }
  if (isPage) throw new SendError(401, { reason: "signed_out" });
  if (!response.ok) throw new SendError(response.status, body);
  // Somebody in between has answered, as a hotspot does: nothing tells that the server has anything.
  if (!isJson && response.status !== 204) throw new SendError(0);
  return body;
}

function token() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie?.[1] ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}
