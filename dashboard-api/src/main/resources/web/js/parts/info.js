// What a number is: a sentence and its formula behind an (i).

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";

/** Numbers of tone lead to how good they are. */
const TONES = ["tone", "net"];

export function info(id) {
  const button = h("button", { type: "button", class: "info", "aria-label": t("info.open", { name: t(`metric.${id}`) }) }, icon("info"));
  const surface = popover(
    button,
    () => [
      h("p", { class: "pop-title" }, t(`metric.${id}`)),
      h("p", {}, t(`define.${id}`)),
      h("p", { class: "formula" }, t(`formula.${id}`)),
      TONES.includes(id) && h("p", {}, h("a", { href: "/qualite-du-ton" }, t("page.quality"))),
    ],
    { label: t(`metric.${id}`), cls: "pop-info" },
  );
  return [button, surface];
}
