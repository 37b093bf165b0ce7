// A volume against what is usual, in words.

import { h } from "../core/dom.js";
import { number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { ENOUGH_WEEKS } from "../core/band.js";

/** "très au-dessus de l'habitude (8 à 21)". */
export function verdictLine({ verdict, weeks }) {
  if (!verdict) return h("span", { class: "faint" }, weeks === null ? "" : t("usual.soon", { n: weeks, of: ENOUGH_WEEKS }));
  const range = { low: number(Math.round(verdict.low)), high: number(Math.round(verdict.high)) };
  return h(
    "span",
    { class: `verdict verdict-${verdict.verdict}`, title: t("usual.explain", { mean: number(verdict.mean, 1), weeks }) },
    h("strong", {}, t(`usual.${verdict.verdict}`)), " ", h("span", { class: "faint nowrap" }, t("usual.range", range)),
  );
}
