// Calls to the API. An answer that is not one is a Problem that says what failed and under which id.

import { lang, t } from "./i18n.js";

export class Problem extends Error {
  /** @param status HTTP status, 0 when nothing answered */
  constructor(status, title, detail, id, more = {}) {
    super(detail || title);
    Object.assign(this, { status, title, detail, id, more });
  }
}

const KEPT_MS = 1_500;
const kept = new Map();

/** Reads /api/v1/PATH. The same question asked by several parts of a page within a moment is asked once. */
export function get(path, query, signal) {
  const text = query?.toString();
  const url = `/api/v1/${path}${text ? `?${text}` : ""}`;
  const now = performance.now();
  for (const [key, entry] of kept) if (now - entry.at > KEPT_MS) kept.delete(key);
  let entry = kept.get(url);
  if (!entry) {
    entry = { at: now, answer: call("GET", url) };
    entry.answer.catch(() => kept.delete(url));
    kept.set(url, entry);
  }
  if (!signal) return entry.answer;
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")), { once: true });
    entry.answer.then(resolve, reject);
  });
}

/** Reads text that is no JSON, in the language of the page. */
export async function text(path) {
  const response = await fetch(`/api/v1/${path}`, { credentials: "same-origin", headers: { "Accept-Language": lang() } });
  if (response.ok) return response.text();
  const said = await response.json().catch(() => ({}));
  throw new Problem(response.status, said.title ?? t("error.title"), said.detail ?? `HTTP ${response.status}`, said.instance ?? null, said);
}

/** Forgets recent answers, before asking anew. */
export const forget = () => kept.clear();

export const post = (path, body) => call("POST", `/api/v1/${path}`, body);
export const store = (path, body) => call("PUT", `/api/v1/${path}`, body);
/** Posts text or a file of another type than JSON, as it stands. */
export const sendFile = (path, text, type) => call("POST", `/api/v1/${path}`, text, type);
export const remove = (path) => call("DELETE", `/api/v1/${path}`);

async function call(method, url, body, type = "application/json") {
  let response;
  try {
    response = await fetch(url, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Accept-Language": lang(),
        ...(method === "GET" ? {} : { "X-Ouidire": "1" }),
        ...(body === undefined ? {} : { "Content-Type": type }),
      },
      body: body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body,
    });
  } catch {
    throw new Problem(0, t("error.offline"), t("error.offlineDetail"), null);
  }
  if (response.ok) return response.status === 204 ? null : response.json();
  let said = {};
  try {
    said = await response.json();
  } catch {
    // Not a problem document: the status alone is known.
  }
  if (response.status === 401 && !url.endsWith("/session")) window.dispatchEvent(new Event("signedout"));
  throw new Problem(response.status, said.title ?? t("error.title"), said.detail ?? `HTTP ${response.status}`, said.instance ?? null, said);
}

/** Runs at most `limit` of the tasks at once, in order. */
export async function inTurn(items, limit, task) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await task(items[i], i);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
