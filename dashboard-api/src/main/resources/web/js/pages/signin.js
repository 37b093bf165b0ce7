// Sign-in: paste the key that was printed at the first start.

import { h, put } from "../core/dom.js";
import { post } from "../core/api.js";
import { lang, loadWords, t } from "../core/i18n.js";
import { mark } from "../parts/icons.js";

export function signInPage(done) {
  const host = h("main", { class: "alone" });
  draw(host, done);
  return host;
}

function draw(host, done) {
  document.title = `${t("signin.title")} · Ouïdire`;
  const fault = h("p", { class: "field-fault", role: "alert" });
  const key = h("input", { class: "input wide", type: "password", name: "key", autocomplete: "current-password", placeholder: "oui_…", required: true, autofocus: true, spellcheck: "false", "aria-describedby": "key-hint" });
  const other = lang() === "fr" ? ["en", "English"] : ["fr", "Français"];
  const submit = async (event) => {
    event.preventDefault();
    fault.textContent = "";
    try {
      await post("session", { key: key.value.trim() });
      await done();
    } catch (error) {
      fault.textContent = error.status === 401 ? t("signin.refused") : error.detail || error.title || t("error.title");
      key.select();
    }
  };
  put(
    host,
    h(
      "form",
      { class: "panel signin stack", onsubmit: submit },
      h("div", { class: "logo" }, mark(), h("span", {}, "Ouïdire")),
      h("div", {}, h("h1", {}, t("signin.title")), h("p", { class: "muted" }, t("signin.text"))),
      h("label", { class: "field" }, h("span", {}, t("signin.key")), key),
      fault,
      h("button", { class: "button primary", type: "submit" }, t("signin.enter")),
      h("p", { class: "faint xs", id: "key-hint" }, t("signin.hint")),
      h("button", { type: "button", class: "quiet small", lang: other[0], onclick: async () => (await loadWords(other[0]), draw(host, done)) }, other[1]),
    ),
  );
  key.focus();
}
