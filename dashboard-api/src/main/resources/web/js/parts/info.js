// What a number is: a sentence and its formula behind an (i).

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";

export function info(id) {
  const button = h("button", { type: "button", class: "info", "aria-label": t("info.open", { name: t(`metric.${id}`) }) }, icon("info"));
  const surface = popover(
    button,
    () => [
      h("p", { class: "pop-title" }, t(`metric.${id}`)),
      h("p", {}, t(`define.${id}`)),
      h("p", { class: "formula" }, t(`formula.${id}`)),
    ],
    { label: t(`metric.${id}`), cls: "pop-info" },
  );
  return [button, surface];
}
