// What a query would find in the last days: how many, when, and the newest few.

import { h, put } from "../core/dom.js";
import { post } from "../core/api.js";
import { app } from "../core/app.js";
import { number } from "../core/format.js";
import { tn } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { mentionCard } from "./mention-card.js";
import { spark } from "./spark.js";

const DAYS = 30;
const SHOWN = 5;

/** Shows the preview of a query in `body`; `current()` says whether it is still wanted. */
export async function previewQuery(query, body, current) {
  body.setAttribute("aria-busy", "true");
  try {
    const found = await post("query/preview", { query, days: DAYS });
    if (current()) put(body, drawn(query, found));
  } catch (error) {
    if (current()) put(body, h("p", { class: "field-fault" }, error.detail ?? String(error)));
  } finally {
    if (current()) body.removeAttribute("aria-busy");
  }
}

function drawn(query, found) {
  const view = noFilters(app.view);
  const period = { from: Date.parse(found.from), to: Date.parse(found.to) };
  const href = address({ ...view, page: "mentions", brand: null, filters: { ...view.filters, q: query }, period });
  const bars = found.days.map((day) => ({ count: day.count, start: Date.parse(day.start), end: Date.parse(day.end) }));
  const said = tn("preview.count", found.total, { n: number(found.total), days: DAYS });
  return [
    h("p", {}, h("a", { class: "strong num", href }, said)),
    found.total > 0 && h("div", { class: "preview-spark" }, spark(bars, null, { label: said })),
    found.mentions.length > 0 && h("div", { class: "preview-mentions" }, found.mentions.slice(0, SHOWN).map((mention) => mentionCard(mention, { short: true }))),
  ];
}
