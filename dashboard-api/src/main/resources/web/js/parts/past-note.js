// Whether a brand's older mentions have their match: said where its numbers are shown, until they all have.

import { h } from "../core/dom.js";
import { number } from "../core/format.js";
import { t } from "../core/i18n.js";

/** A line about the brand's past or its trouble; null when there is nothing to say. */
export function pastNote(brand) {
  if (brand.trouble) return h("p", { class: "note bad small", role: "status" }, t("brand.trouble"), " ", brand.trouble);
  const past = brand.past;
  if (!past || past.step === "done") return null;
  const text = past.step === "running" ? t("past.running", { looked: number(past.looked), total: number(past.total) }) : t("past.waiting");
  return h("p", { class: "note small", role: "status" }, text, past.step === "running" && past.total > 0 && h("progress", { max: past.total, value: past.looked, "aria-label": t("past.label") }));
}
