// The list of keys, over the page.

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

export const SHORTCUTS = [["/", "search"], ["g h", "home"], ["g i", "stories"], ["g m", "mentions"], ["g a", "alerts"], ["g s", "sources"], ["g r", "settings"], ["g b", "brands"], ["g e", "searches"], ["j", "next"], ["k", "previous"], ["Enter", "open"], ["n", "fresh"], ["t", "theme"], ["?", "help"], ["Esc", "close"]];

export const shortcutList = () =>
  h("dl", { class: "keys" }, SHORTCUTS.map(([keys, id]) => [h("dt", {}, keys.split(" ").map((key) => h("kbd", { class: "key" }, key))), h("dd", {}, t(`keys.${id}`))]));

export function showShortcuts() {
  if (document.querySelector("dialog.sheet")) return;
  const dialog = h(
    "dialog",
    { class: "sheet", "aria-label": t("keys.title"), onclose: () => dialog.remove(), onclick: (e) => e.target === dialog && dialog.close() },
    h("header", { class: "row" }, h("h2", { class: "grow" }, t("keys.title")), h("button", { type: "button", class: "icon-button", "aria-label": t("action.close"), onclick: () => dialog.close() }, icon("close"))),
    shortcutList(),
  );
  document.body.append(dialog);
  dialog.showModal();
}
