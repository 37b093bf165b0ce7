// The first visit: what to do, in three steps.

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";

const STEPS = ["brand", "source", "watch"];

export function welcome() {
  return h(
    "section",
    { class: "panel welcome", "aria-labelledby": "welcome" },
    h("h2", { id: "welcome" }, t("welcome.title")),
    h("p", { class: "muted" }, t("welcome.lead")),
    h("ol", { class: "steps" }, STEPS.map((step) => h("li", {}, h("h3", {}, t(`welcome.${step}`)), h("p", { class: "muted small" }, t(`welcome.${step}.text`)), h("pre", { class: "code" }, h("code", {}, t(`welcome.${step}.code`)))))),
    h("p", { class: "small muted" }, t("welcome.demo"), " ", h("code", {}, "deploy/ouidire demo")),
  );
}
