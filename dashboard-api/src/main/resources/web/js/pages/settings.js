// Réglages et aide: language, theme, session, keys, the API, and what the service has done so far.

import { h, put } from "../core/dom.js";
import { get, remove } from "../core/api.js";
import { app } from "../core/app.js";
import { exact, number } from "../core/format.js";
import { lang, t } from "../core/i18n.js";
import { setTheme, theme } from "../core/prefs.js";
import { address, noFilters, WATCH } from "../core/view.js";
import { panel } from "../parts/panel.js";
import { shortcutList } from "../parts/shortcuts.js";

const STAGES = ["collected", "analysed", "notKept", "rejected", "dead", "indexed", "lag"];

export function mount(root) {
  const service = panel({ title: t("settings.service"), about: "pipeline", skeleton: 6, load: (signal) => get("status", null, signal), draw: drawStatus });
  put(
    root,
    h("header", { class: "page-head" }, h("h1", {}, t("page.settings"))),
    h(
      "div",
      { class: "settings" },
      box("settings.language", languages()),
      box("settings.theme", themes()),
      box("nav.watch", h("p", { class: "row wrap" }, WATCH.map((name) => h("a", { class: "button", href: address({ ...noFilters(app.view), page: name, brand: null }) }, t(`page.${name}`))))),
      box("settings.session", h("p", { class: "muted" }, t("settings.sessionText")), h("button", { type: "button", class: "button", onclick: signOut }, t("settings.signOut"))),
      box("settings.api", h("p", { class: "muted" }, t("settings.apiText")), h("p", { class: "row wrap" }, h("a", { class: "button", href: "/docs", target: "_blank", rel: "noopener" }, t("settings.docs")), h("a", { class: "button", href: "/openapi.json", target: "_blank", rel: "noopener" }, "OpenAPI 3.1")), h("pre", { class: "code" }, h("code", {}, `curl -H 'Authorization: Bearer oui_…' \\\n  '${window.location.origin}/api/v1/mentions?q=…'`))),
      box("keys.title", shortcutList()),
      service.element,
    ),
  );
  return { update: () => service.refresh(), arrive() {}, close: () => service.close() };
}

const box = (key, ...children) => h("section", { class: "panel" }, h("header", { class: "panel-head" }, h("h2", {}, t(key))), h("div", { class: "panel-body stack-s" }, children));

function languages() {
  return h("p", { class: "segments inline" }, [["fr", "Français"], ["en", "English"]].map(([code, name]) => h("a", { class: "segment", href: address({ ...app.view, language: code }), lang: code, hreflang: code, "aria-current": lang() === code ? "true" : null }, name)));
}

function themes() {
  const buttons = ["system", "light", "dark"].map((value) => h("button", { type: "button", class: "segment", data: { theme: value }, onclick: () => (setTheme(value), mark()) }, t(`theme.${value}`)));
  const mark = () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.theme === theme())));
  mark();
  return h("div", { class: "segments inline", role: "group", "aria-label": t("settings.theme") }, buttons);
}

async function signOut() {
  try {
    await remove("session");
  } finally {
    window.dispatchEvent(new Event("signedout"));
  }
}

function drawStatus(status, body) {
  put(
    body,
    h("dl", { class: "facts" }, [
      [t("settings.version"), status.version],
      [t("settings.since"), exact(Date.parse(status.startedAt), app.zone)],
      [t("settings.history"), number(status.history.mentions)],
      ...STAGES.filter((stage) => status.pipeline?.[stage] != null).map((stage) => [t(`stage.${stage}`), number(status.pipeline[stage])]),
      [t("settings.roles"), (status.roles ?? []).join(", ")],
    ].map(([name, value]) => [h("dt", {}, name), h("dd", { class: "tnum" }, value)])),
  );
}
