// Accueil: all brands at a glance. What happened, is it bad, where to look.

import { h, put } from "../core/dom.js";
import { get, inTurn } from "../core/api.js";
import { app } from "../core/app.js";
import { number, percent } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, noFilters } from "../core/view.js";
import { splitTotals, volume } from "../core/volume.js";
import { alertRow } from "../parts/alert-list.js";
import { count } from "../parts/number.js";
import { emptyBox, panel } from "../parts/panel.js";
import { spark } from "../parts/spark.js";
import { stream } from "../parts/stream.js";
import { toneBar } from "../parts/tone.js";
import { verdictLine } from "../parts/verdict.js";
import { sharePanel } from "../parts/share.js";
import { welcome } from "../parts/welcome.js";

const AT_ONCE = 3;
const SHOWN = 24;

export function mount(root) {
  const lead = h("p", { class: "lead", role: "status" }, "\u00a0");
  const first = h("div", { class: "first", hidden: true });
  const brands = panel({ title: t("home.brands"), about: "volume", cls: "brands flat", skeleton: Math.max(2, app.brands.length) * 3, load: loadBrands, draw: (rows, body) => (drawBrands(rows, body), put(lead, summary(rows))) });
  const alerts = panel({ title: t("home.alerts"), cls: "home-alerts", skeleton: 3, load: (signal) => get("alerts", new URLSearchParams({ limit: 5 }), signal), draw: drawAlerts });
  const sources = panel({ title: t("home.sources"), cls: "home-sources", skeleton: 2, load: (signal) => get("sources", null, signal), draw: drawSources });
  const share = sharePanel();
  const latest = stream({ title: t("home.latest"), limit: 12, short: true });
  const parts = [brands, alerts, share, sources];
  put(root, h("header", { class: "page-head" }, h("h1", {}, t("page.home")), lead), first, brands.element, h("div", { class: "split" }, latest.element, h("div", { class: "stack" }, alerts.element, share.element, sources.element)));
  if (!app.brands.length) show(first);

  return {
    update(why) {
      parts.forEach((part) => part.refresh());
      if (why !== "live") latest.refresh();
      firstVisit(first);
    },
    arrive: latest.arrive,
    close: () => [...parts, latest].forEach((part) => part.close()),
  };
}

/** Before the first mention the page says what to do. */
async function firstVisit(host) {
  try {
    const { total } = await get("mentions", new URLSearchParams({ limit: 1 }));
    host.parentElement?.classList.toggle("first-visit", total === 0);
    if (total === 0) show(host);
    else host.hidden = true;
  } catch {
    // The panels say what fails.
  }
}

function show(host) {
  host.hidden = false;
  put(host, welcome());
}

async function loadBrands(signal) {
  return inTurn(app.brands.slice(0, SHOWN), AT_ONCE, async (brand) => ({ brand, ...(await volume({ parts: { brand: [brand.id] }, split: "tone", signal })) }));
}

function drawBrands(rows, body) {
  if (!rows.length) return void put(body, emptyBox(t("empty.brands")));
  put(body, h("ul", { class: "brandrows" }, rows.map(brandRow)));
}

function brandRow(row) {
  const { brand, bars, bands, total } = row;
  const { at: _, ...period } = app.view.period;
  const href = address({ ...change(app.view, { period }), page: "brand", brand: brand.id, filters: { ...app.view.filters, brand: [] } });
  const tones = splitTotals(bars);
  return h(
    "li",
    { class: "brandrow" },
    h("div", { class: "brandrow-name" }, h("h3", {}, h("a", { href }, brand.name)), brand.competitor && h("p", { class: "xs faint" }, t("brand.competitor"))),
    h("a", { class: "brandrow-chart", href, tabindex: "-1", "aria-hidden": "true" }, spark(bars, bands, { height: 54, label: brand.name, now: app.span.to ?? app.now })),
    h("div", { class: "brandrow-volume" }, h("p", {}, count(total, { parts: { brand: [brand.id] }, cls: "big", what: brand.name }), h("span", { class: "unit" }, tn("mentions.unit", total))), h("p", { class: "small" }, verdictLine(row))),
    h("div", { class: "brandrow-tone" }, total > 0 ? toneBar(tones, { parts: { brand: [brand.id] } }) : h("p", { class: "faint small" }, t("tone.none"))),
  );
}

/** The page in a sentence or two, for who reads no chart. */
function summary(rows) {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  if (!rows.length || !total) return t("home.quiet");
  const loud = rows.filter((row) => row.verdict?.verdict === "far" || row.verdict?.verdict === "above");
  const parts = loud.slice(0, 2).map((row) => {
    const tones = splitTotals(row.bars);
    const known = (tones.negative ?? 0) + (tones.neutral ?? 0) + (tones.positive ?? 0);
    const negative = known >= 30 ? t("home.negative", { share: percent((tones.negative ?? 0) / known) }) : "";
    return t(row.verdict.verdict === "far" ? "home.far" : "home.above", { name: row.brand.name, n: number(row.total), usual: number(Math.round(row.verdict.mean)), negative });
  });
  if (!parts.length) return t(rows.some((row) => row.verdict) ? "home.usual" : "home.count", { n: number(total) });
  return parts.join(" ");
}

function drawAlerts({ alerts }, body) {
  put(body, alerts.length ? h("ul", { class: "alerts" }, alerts.slice(0, 5).map(alertRow)) : emptyBox(t("empty.alerts")));
}

function drawSources({ sources }, body) {
  const by = (state) => sources.filter((source) => source.state === state).length;
  const bad = sources.filter((source) => source.state === "failing" || source.state === "late");
  const href = address({ ...noFilters(app.view), page: "sources" });
  put(
    body,
    sources.length
      ? h("p", { class: "row wrap" }, ["ok", "waiting", "late", "failing"].filter(by).map((state) => h("a", { class: `state state-${state}`, href }, h("span", { class: "state-dot", "aria-hidden": "true" }), tn(`sources.${state}`, by(state), { n: number(by(state)) }))))
      : emptyBox(t("empty.sources")),
    bad.length > 0 && h("ul", { class: "small muted stack-s" }, bad.slice(0, 3).map((source) => h("li", { class: "cut" }, h("a", { href }, source.name), source.lastError ? ` : ${source.lastError}` : ""))),
  );
}
