// Starts the page: words, brands, the frame, then the page of the address; and keeps them true as the address and the
// live stream move.

import { h, put } from "./core/dom.js";
import { forget, get } from "./core/api.js";
import { app, go, goTo, settle } from "./core/app.js";
import { loadWords, lang } from "./core/i18n.js";
import { listenKeys } from "./core/keys.js";
import { openLive } from "./core/live.js";
import { isDark, prefs, setTheme } from "./core/prefs.js";
import { noFilters, parameters, parseView } from "./core/view.js";
import { faultBox } from "./parts/panel.js";
import { refreshTimes } from "./parts/mention-card.js";
import { shell } from "./parts/shell.js";
import { showShortcuts } from "./parts/shortcuts.js";
import { walkMentions } from "./parts/walk.js";

const PAGES = {
  home: () => import("./pages/home.js"),
  brand: () => import("./pages/brand.js"),
  links: () => import("./pages/links.js"),
  stories: () => import("./pages/stories.js"),
  story: () => import("./pages/story.js"),
  mentions: () => import("./pages/mentions.js"),
  alerts: () => import("./pages/alerts.js"),
  incident: () => import("./pages/incident.js"),
  sources: () => import("./pages/sources.js"),
  settings: () => import("./pages/settings.js"),
  brands: () => import("./pages/brands.js"),
  searches: () => import("./pages/searches.js"),
  lists: () => import("./pages/lists.js"),
  quality: () => import("./pages/quality.js"),
  rules: () => import("./pages/rules.js"),
  oncall: () => import("./pages/oncall.js"),
  people: () => import("./pages/people.js"),
  channels: () => import("./pages/channels.js"),
  routing: () => import("./pages/routing.js"),
  playbooks: () => import("./pages/playbooks.js"),
  campaigns: () => import("./pages/campaigns.js"),
  drill: () => import("./pages/drill.js"),
  missing: () => import("./pages/missing.js"),
};
const LIVE_REFRESH_MS = 3_000;
const IDLE_REFRESH_MS = 60_000;

const root = document.getElementById("app");
let frame = null;
let page = null;
let shown = null;
let closeLive = () => {};
let liveQuery = null;
let turn = 0;

async function start() {
  await loadWords(app.view.language ?? prefs.get("language") ?? "fr");
  frame = page = shown = null;
  try {
    await readBrands();
  } catch (error) {
    if (error.status === 401) return signIn();
    return void put(root, h("div", { class: "alone" }, faultBox(error, start, false)));
  }
  frame = shell();
  put(root, frame.element);
  await show();
  watchAlerts();
}

async function readBrands() {
  const { brands } = await get("brands");
  app.brands = [...brands].sort((a, b) => Number(a.competitor) - Number(b.competitor));
}

async function signIn() {
  closeLive();
  liveQuery = null;
  frame = page = shown = null;
  const { signInPage } = await import("./pages/signin.js");
  put(root, signInPage(start));
}

/** Shows the view of the address: the same page moves on, another is mounted. */
async function show() {
  const mine = ++turn;
  const before = app.view;
  app.view = parseView(window.location);
  if (app.view.language && app.view.language !== lang()) return start();
  settle();
  frame.update();
  const { view } = app;
  const key = `${view.page} ${view.brand ?? view.story ?? view.incident ?? ""}`;
  const onlyMention = shown === key && before.mention !== view.mention && sameBut(before, view, "mention");
  if (!onlyMention) {
    if (shown !== key) {
      const module = await PAGES[view.page]();
      if (mine !== turn) return;
      page?.close?.();
      shown = key;
      const host = h("div", { class: `page-${view.page}` });
      page = module.mount(host);
      put(frame.page, host);
      if (before.page !== view.page || before.brand !== view.brand || before.story !== view.story || before.incident !== view.incident) {
        window.scrollTo(0, 0);
        if (document.activeElement === document.body || !document.activeElement?.isConnected) frame.main.focus({ preventScroll: true });
      }
    }
    page.update("view");
  }
  listenLive();
}

function sameBut(a, b, name) {
  return JSON.stringify({ ...a, [name]: null }) === JSON.stringify({ ...b, [name]: null });
}

function listenLive() {
  const query = parameters(app.view, null);
  const wanted = app.span.live ? query.toString() : null;
  if (wanted === liveQuery) return;
  closeLive();
  liveQuery = wanted;
  closeLive = () => {};
  frame.setLive("open");
  if (wanted === null) return;
  closeLive = openLive(query, {
    mention: (mention) => {
      // What is collected now may have been published long ago: then it is not news in this period.
      if (app.span.from === null || Date.parse(mention.publishedAt) >= app.span.from) page?.arrive?.(mention);
      soon();
    },
    alert: () => {
      watchAlerts();
      soon();
    },
    lagged: () => refresh(),
    state: (state) => frame?.setLive(state),
  });
}

let timer = null;
function soon() {
  timer ??= setTimeout(refresh, LIVE_REFRESH_MS);
}

/** Asks anew for what moves with time. */
function refresh() {
  clearTimeout(timer);
  timer = null;
  if (!frame || document.hidden || !app.span?.live) return;
  forget();
  settle();
  page?.update("live");
}

async function watchAlerts() {
  try {
    const { alerts } = await get("alerts", new URLSearchParams({ limit: 50 }));
    frame?.setAlarm(alerts.filter((alert) => alert.state === "firing").length);
  } catch {
    // The Alertes page says what fails; the count in the navigation stays as it was.
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download") || link.origin !== window.location.origin || /^\/(api\/|docs|openapi|metrics$|health\/|lib\/)/.test(link.pathname)) return;
  event.preventDefault();
  goTo(link.href);
});
window.addEventListener("popstate", () => frame && show());
window.addEventListener("viewchange", () => frame && show());
window.addEventListener("brandschange", async () => {
  forget();
  await readBrands();
  frame?.update();
});
window.addEventListener("signedout", () => frame && signIn());
setInterval(refresh, IDLE_REFRESH_MS);
setInterval(() => refreshTimes(), 20_000);

const toPage = (name) => () => {
  const { at: _, ...period } = app.view.period;
  go({ ...noFilters(app.view), page: name, brand: null, order: "newest", period });
};
listenKeys({
  "/": () => frame?.search.focus(),
  "?": () => showShortcuts(),
  "g h": toPage("home"),
  "g i": toPage("stories"),
  "g m": toPage("mentions"),
  "g a": toPage("alerts"),
  "g s": toPage("sources"),
  "g r": toPage("settings"),
  "g b": toPage("brands"),
  "g e": toPage("searches"),
  t: () => setTheme(isDark() ? "light" : "dark"),
  n: () => document.querySelector(".newbar:not([hidden])")?.click(),
  j: () => walkMentions(1),
  k: () => walkMentions(-1),
  Enter: (event) => walkMentions.open(event),
  Escape: () => (app.view.mention ? frame?.drawer.leave() : false),
});

await start();
