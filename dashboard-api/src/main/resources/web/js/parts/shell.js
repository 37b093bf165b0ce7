// The frame around every page: navigation, search, period, filters, live state, the open mention.

import { h, put } from "../core/dom.js";
import { app } from "../core/app.js";
import { lang, t } from "../core/i18n.js";
import { isDark, setTheme } from "../core/prefs.js";
import { address, ALERTING, change, noFilters, WATCH } from "../core/view.js";
import { icon, mark } from "./icons.js";
import { chips } from "./chips.js";
import { mentionPanel } from "./mention-panel.js";
import { periodLine, periodPicker } from "./period-picker.js";
import { searchBox } from "./search-box.js";

const PAGES = ["home", "stories", "mentions", "alerts", "sources", "settings"];
const TIMELESS = ["story", "alerts", "incident", "sources", "settings", "missing", ...WATCH, ...ALERTING];
/** Pages that belong to another one's place in the navigation. */
const UNDER = { story: "stories", incident: "alerts", ...Object.fromEntries(ALERTING.map((name) => [name, "alerts"])) };

export function shell() {
  const search = searchBox();
  const period = periodPicker();
  const filters = chips();
  const drawer = mentionPanel();
  const side = h("nav", { class: "side", "aria-label": t("nav.title") });
  const tabs = h("nav", { class: "tabs", "aria-label": t("nav.title") });
  const line = h("p", { class: "period-line small faint" });
  const state = h("p", { class: "live-state small", role: "status" });
  const under = h("div", { class: "under" }, line, state);
  const banner = h("div", { class: "banner", role: "status", hidden: true });
  const page = h("div", { class: "page" });
  const main = h("main", { id: "main", tabindex: "-1" }, banner, under, filters.element, page);
  const element = h(
    "div",
    { class: "shell" },
    h("a", { class: "skip", href: "#main", onclick: (e) => (e.preventDefault(), main.focus()) }, t("nav.skip")),
    side,
    h("div", { class: "column" }, h("header", { class: "topbar" }, h("a", { class: "logo small-only", href: "/", "aria-label": t("page.home") }, mark()), search.element, period.element), main),
    tabs,
    drawer.element,
  );
  window.addEventListener("themechange", () => element.isConnected && update());
  let live = "open";
  let alarm = 0;

  function update() {
    const { view } = app;
    const timeless = TIMELESS.includes(view.page);
    search.update();
    period.update();
    filters.update();
    put(line, periodLine());
    under.hidden = filters.element.hidden && timeless;
    line.hidden = timeless;
    period.element.hidden = timeless;
    if (timeless) filters.element.hidden = true;
    put(side, h("a", { class: "logo", href: "/" }, mark(), h("span", {}, "Ouïdire")), navList(view), brandList(view), watchList(view), footer(view));
    put(tabs, PAGES.map((name) => navLink(name, view)));
    drawLive();
    document.title = `${view.page === "links" ? `${t("page.links")} · ` : ""}${["brand", "links"].includes(view.page) ? (app.brands.find((b) => b.id === view.brand)?.name ?? view.brand) : t(`page.${view.page}`)} · Ouïdire`;
    drawer.show(view.mention);
  }

  function drawLive() {
    const { view } = app;
    const timeless = TIMELESS.includes(view.page);
    state.hidden = timeless;
    banner.hidden = live !== "stale";
    if (live === "stale") put(banner, t("live.stale"));
    if (live === "stale") put(state);
    else if (app.span?.live) put(state, h("span", { class: "live-dot", "aria-hidden": "true" }), t("live.on"));
    else put(state, view.period.at !== undefined ? [t("live.held"), " ", h("a", { href: address(change(view, { period: { preset: view.period.preset } })) }, t("live.resume"))] : t("live.past"));
  }

  function navList(view) {
    return h("ul", { class: "nav" }, PAGES.map((name) => h("li", {}, navLink(name, view))));
  }

  /** What is listened for: for those who set it up. */
  function watchList(view) {
    return [h("p", { class: "nav-title" }, t("nav.watch")), h("ul", { class: "nav" }, WATCH.map((name) => h("li", {}, navLink(name, view))))];
  }

  /** The two switches that people look for: language and light or dark. */
  function footer(view) {
    const other = lang() === "fr" ? ["en", "English"] : ["fr", "Français"];
    const dark = h("button", { type: "button", class: "icon-button", "aria-label": t("keys.theme"), title: t("keys.theme"), onclick: () => setTheme(isDark() ? "light" : "dark") }, icon(isDark() ? "sun" : "moon"));
    return h("div", { class: "side-foot" }, h("a", { class: "quiet small", href: address({ ...view, mention: null, language: other[0] }), lang: other[0], hreflang: other[0] }, other[1]), h("span", { class: "grow" }), dark);
  }

  function navLink(name, view) {
    const { at: _, ...period } = view.period;
    return h(
      "a",
      { class: "nav-link", href: address({ ...noFilters(view), page: name, brand: null, order: "newest", period }), "aria-current": (UNDER[view.page] ?? view.page) === name ? "page" : null },
      icon(name), h("span", {}, t(`page.${name}`)), name === "alerts" && alarm > 0 && h("span", { class: "nav-count", "aria-label": t("nav.firing", { n: alarm }) }, String(alarm)),
    );
  }

  function brandList(view) {
    if (!app.brands.length) return null;
    const { at: _, ...period } = view.period;
    const entry = (brand) => h("li", {}, h(
      "a",
      { class: "nav-link", href: address({ ...noFilters(view), page: "brand", brand: brand.id, order: "newest", period }), "aria-current": ["brand", "links"].includes(view.page) && view.brand === brand.id ? "page" : null },
      h("span", { class: `brand-dot${brand.competitor ? " other" : ""}`, "aria-hidden": "true" }), h("span", { class: "cut" }, brand.name),
    ));
    const [ours, others] = [app.brands.filter((b) => !b.competitor), app.brands.filter((b) => b.competitor)];
    return [
      ours.length > 0 && [h("p", { class: "nav-title" }, t("nav.brands")), h("ul", { class: "nav" }, ours.map(entry))],
      others.length > 0 && [h("p", { class: "nav-title" }, t("nav.competitors")), h("ul", { class: "nav" }, others.map(entry))],
    ];
  }

  return {
    element, page, main, search, drawer, update,
    setLive: (value) => ((live = value), drawLive()),
    setAlarm: (n) => n !== alarm && ((alarm = n), update()),
  };
}
