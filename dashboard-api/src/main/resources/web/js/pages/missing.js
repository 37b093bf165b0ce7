// An address that is no page.

import { h, put } from "../core/dom.js";
import { t } from "../core/i18n.js";

export function mount(root) {
  put(root, h("header", { class: "page-head" }, h("h1", {}, t("page.missing"))), h("p", { class: "muted" }, t("missing.text")), h("p", {}, h("a", { class: "button", href: "/" }, t("missing.home"))));
  return { update() {} };
}
