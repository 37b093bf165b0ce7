// The view is the address: page, brand, period, filters, open mention, language. Back works because nothing else remembers.

import { DEFAULT_PRESET, PRESETS } from "./period.js";

export const FILTERS = ["brand", "tone", "source", "author", "lang", "type", "domain", "link", "hashtag", "kind", "flag", "aspect", "story", "copies"];
/** Filters whose values are words of ours. */
const KNOWN = { tone: ["negative", "neutral", "positive", "unknown"], type: ["post", "comment", "repost", "article", "video"] };

/** What the numbers of a brand's page count. */
export const UNITS = ["mentions", "texts", "stories", "sources"];
export const ORDERS = ["newest", "oldest", "engagement", "followers"];

const PATHS = {
  home: "/", stories: "/histoires", mentions: "/mentions", alerts: "/alertes", sources: "/sources", settings: "/reglages", brands: "/marques", searches: "/recherches", lists: "/listes", quality: "/qualite-du-ton",
  rules: "/alertes/regles", oncall: "/alertes/astreinte", people: "/alertes/personnes", channels: "/alertes/canaux", routing: "/alertes/routage",
  playbooks: "/alertes/plans", campaigns: "/alertes/calendrier", drill: "/alertes/exercice",
};

/** What is listened for, as pages. */
export const WATCH = ["brands", "searches", "lists"];

/** The pages under Alertes, beside the incidents themselves. */
export const ALERTING = ["rules", "oncall", "people", "channels", "routing", "playbooks", "campaigns", "drill"];

/** Pages where one entry of a list may be open: its id stands in the address. */
export const EDITORS = [...WATCH, "rules", "oncall", "people", "channels", "playbooks", "campaigns"];

/** Reads an address. What is not understood is left out, so that an old link still opens. */
export function parseView(location) {
  const query = new URLSearchParams(location.search);
  const filters = { q: query.get("q")?.trim() ?? "" };
  for (const name of FILTERS) filters[name] = [...new Set(query.getAll(name))].filter((value) => value && (KNOWN[name]?.includes(value) ?? true));
  const order = query.get("order");
  return {
    ...place(location.pathname),
    filters,
    period: readPeriod(query),
    compare: query.get("compare") === "before",
    unit: UNITS.includes(query.get("unit")) ? query.get("unit") : "mentions",
    order: ORDERS.includes(order) ? order : "newest",
    mention: query.get("mention"),
    edit: query.get("edit"),
    rumours: query.get("rumours") === "only",
    scope: query.get("scope") === "all" ? "all" : null,
    language: query.get("ui"),
  };
}

function place(path) {
  if (path.startsWith("/histoire/")) return { page: "story", brand: null, story: decodeURIComponent(path.slice(10)) };
  const links = /^\/marque\/([^/]+)\/liens\/?$/.exec(path);
  if (links) return { page: "links", brand: decodeURIComponent(links[1]) };
  if (path.startsWith("/marque/")) return { page: "brand", brand: decodeURIComponent(path.slice(8)) };
  if (path.startsWith("/incidents/")) return { page: "incident", brand: null, incident: decodeURIComponent(path.slice(11)) };
  const page = Object.keys(PATHS).find((name) => PATHS[name] === path.replace(/(.)\/$/, "$1"));
  return { page: page ?? "missing", brand: null };
}

function readPeriod(query) {
  const from = instant(query.get("from"));
  const to = instant(query.get("to"));
  if (from !== undefined || to !== undefined) return { from, to };
  const preset = query.get("period");
  const at = instant(query.get("at"));
  return { preset: PRESETS.includes(preset) ? preset : DEFAULT_PRESET, ...(at === undefined ? {} : { at }) };
}

function instant(text) {
  const value = text ? Date.parse(text) : NaN;
  return Number.isNaN(value) ? undefined : value;
}

const iso = (value) => new Date(value).toISOString().replace(".000Z", "Z");

/** The address of a view; what is as it is by default is left out. */
export function address(view) {
  const query = new URLSearchParams();
  const { filters, period } = view;
  if (filters.q) query.set("q", filters.q);
  for (const name of FILTERS) {
    if (name === "brand" && view.page === "brand") continue;
    for (const value of filters[name]) query.append(name, value);
  }
  if (period.preset) {
    if (period.preset !== DEFAULT_PRESET) query.set("period", period.preset);
    if (period.at !== undefined && period.preset !== "all") query.set("at", iso(period.at));
  } else {
    if (period.from !== undefined) query.set("from", iso(period.from));
    if (period.to !== undefined) query.set("to", iso(period.to));
  }
  if (view.compare) query.set("compare", "before");
  if (view.page === "brand" && view.unit && view.unit !== "mentions") query.set("unit", view.unit);
  if (view.scope && view.page === "links") query.set("scope", view.scope);
  if (view.order !== "newest" && view.page === "mentions") query.set("order", view.order);
  if (view.mention) query.set("mention", view.mention);
  if (view.rumours && view.page === "stories") query.set("rumours", "only");
  if (view.edit && EDITORS.includes(view.page)) query.set("edit", view.edit);
  if (view.language) query.set("ui", view.language);
  const path = pathOf(view);
  const text = query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return text ? `${path}?${text}` : path;
}

function pathOf(view) {
  if (view.page === "brand") return `/marque/${encodeURIComponent(view.brand)}`;
  if (view.page === "links") return `/marque/${encodeURIComponent(view.brand)}/liens`;
  if (view.page === "story") return `/histoire/${encodeURIComponent(view.story)}`;
  if (view.page === "incident") return `/incidents/${encodeURIComponent(view.incident)}`;
  return PATHS[view.page] ?? "/";
}

const NONE = Object.freeze({ q: "", ...Object.fromEntries(FILTERS.map((name) => [name, []])) });

/** The same view with parts changed; the open mention closes unless it is the change. */
export const change = (view, parts) => ({ ...view, mention: null, ...parts });

export const withFilters = (view, parts) => change(view, { filters: { ...view.filters, ...parts } });

export const noFilters = (view) => change(view, { filters: { ...NONE }, edit: null });

/** Adds a value to a filter, or takes it out when it is there. */
export function toggled(view, name, value) {
  const values = view.filters[name];
  return withFilters(view, { [name]: values.includes(value) ? values.filter((v) => v !== value) : [...values, value] });
}

export const isFiltered = (view) => view.filters.q !== "" || FILTERS.some((name) => view.filters[name].length > 0);

/** The filter in force: on a brand's page the brand is part of it. */
export function effective(view) {
  return view.page === "brand" ? { ...view.filters, brand: [view.brand] } : view.filters;
}

/**
 * The address of exactly the mentions that a number counts: the filter in force with `parts` in place of its own, over
 * the period `span`, held at its end so that the count stays what it was.
 */
export function mentionsAddress(view, span, parts = {}, window = null) {
  const period = window
    ? { from: window.from ?? undefined, to: window.to ?? undefined }
    : view.period.preset && view.period.preset !== "all"
      ? { preset: view.period.preset, at: span.to }
      : view.period;
  return address({
    ...view, page: "mentions", brand: null, compare: false, mention: null, order: "newest",
    filters: { ...effective(view), ...parts }, period,
  });
}

/** The filter as the parameters of the API. */
export function parameters(view, span, parts = {}) {
  const filters = { ...effective(view), ...parts };
  const query = new URLSearchParams();
  if (filters.q) query.set("q", filters.q);
  for (const name of FILTERS) for (const value of filters[name]) query.append(name, value);
  if (span?.from != null) query.set("from", iso(span.from));
  if (span?.to != null) query.set("to", iso(span.to));
  return query;
}
