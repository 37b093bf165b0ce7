// The one view that the page shows, and how to go to another.

import { address, parseView } from "./view.js";
import { resolve } from "./period.js";

export const app = {
  view: parseView(window.location),
  /** Brands by the API, ours first. */
  brands: [],
  /** Time zone that days are counted and hours are shown in. */
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  /** The view's period as instants, resolved at the last update. */
  span: null,
  now: Date.now(),
};

/** Resolves the period anew: all parts of a page ask for the same instants. */
export function settle() {
  const brand = ["brand", "links"].includes(app.view.page) ? brandOf(app.view.brand) : null;
  app.zone = (brand ?? app.brands[0])?.zone ?? app.zone;
  app.now = Date.now();
  app.span = resolve(app.view.period, app.zone, app.now);
}

export const brandOf = (id) => app.brands.find((brand) => brand.id === id) ?? null;
export const brandName = (id) => brandOf(id)?.name ?? id;

/** Goes to a view: a step in the browser's history, or in place of the present one. */
export function go(view, { replace = false } = {}) {
  const to = address(view);
  if (to === window.location.pathname + window.location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", to);
  window.dispatchEvent(new Event("viewchange"));
}

export function goTo(href) {
  go(parseView(new URL(href, window.location.origin)));
}
