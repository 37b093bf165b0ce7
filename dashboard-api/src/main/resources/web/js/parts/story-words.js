// What is said of a story in several places: its name, its own mentions, how long things took.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { number, signed } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";

const NAME = 140;

/** A story is called by its first mention: its title, else the beginning of its text. */
export function storyName(first) {
  const text = (first.title || first.text).replace(/\s+/g, " ").trim();
  return text.length > NAME ? `${text.slice(0, text.lastIndexOf(" ", NAME))}…` : text;
}

export const storyAddress = (id) => address({ ...noFilters(app.view), page: "story", brand: null, story: id, period: {} });

/** A number that opens exactly the story's mentions, of all time unless a filter is kept. */
export function storyCount(n, id, { parts = {}, cls = "", keep = false } = {}) {
  const base = keep ? app.view : noFilters(app.view);
  const period = keep ? app.view.period : { preset: "all" };
  const brand = keep && app.view.page === "brand" ? { brand: [app.view.brand] } : {};
  const href = address({ ...base, page: "mentions", brand: null, mention: null, order: "newest", filters: { ...base.filters, ...brand, story: [id], ...parts }, period });
  return h("a", { class: `num count ${cls}`, href, title: tn("mentions.open", n, { n: number(n) }), data: { mentions: n } }, number(n));
}

/** "12 mentions/h, +3 par rapport à l’heure d’avant". */
export function speedLine(perHour, acceleration) {
  const rounded = Math.round(acceleration);
  return h(
    "span",
    { class: "story-speed" },
    h("strong", { class: "num" }, t("story.perHour", { n: number(perHour, perHour < 10 ? 1 : 0) })),
    rounded !== 0 && h("span", { class: `small ${rounded > 0 ? "tone-negative" : "muted"}` }, " ", h("span", { "aria-hidden": "true" }, rounded > 0 ? "\u25b2" : "\u25bc"), " ", t("story.against", { n: signed(rounded) })),
  );
}
