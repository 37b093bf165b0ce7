// Looking for lost links: begin a round, and say where it stands.

import { h, put } from "../core/dom.js";
import { forget, get, post } from "../core/api.js";
import { app } from "../core/app.js";
import { ago, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";

const ASK_AGAIN_MS = 2_000;

/** @param done called when a round has ended */
export function checkLine(id, done) {
  const words = h("span", { role: "status" });
  const button = h("button", { type: "button", class: "button", onclick: begin }, t("links.check"));
  const element = h("p", { class: "row wrap small muted unit-line" }, button, words);
  let timer = null;
  let running = false;

  function show(check) {
    clearTimeout(timer);
    button.disabled = check.running;
    put(words, check.running ? t("links.checking", { n: number(check.looked), of: number(check.total) }) : check.endedAt ? tn("links.checked", check.looked, { n: number(check.looked), when: ago(Date.parse(check.endedAt), app.zone, Date.now()) }) : t("links.never"));
    if (check.running) timer = setTimeout(ask, ASK_AGAIN_MS);
    else if (running) done();
    running = check.running;
  }

  async function begin() {
    button.disabled = true;
    try {
      const { check } = await post(`brands/${encodeURIComponent(id)}/links/check`, {});
      show(check);
    } catch (error) {
      button.disabled = false;
      put(words, error.detail ?? error.message);
    }
  }

  async function ask() {
    forget();
    try {
      show((await get(`brands/${encodeURIComponent(id)}/links`, new URLSearchParams({ limit: 1 }))).check);
    } catch {
      timer = setTimeout(ask, ASK_AGAIN_MS);
    }
  }
  return { element, show, close: () => clearTimeout(timer) };
}
