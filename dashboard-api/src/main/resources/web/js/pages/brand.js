// Marque: one brand, how much, how it is spoken of, where, by whom, and what has just been said.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app, brandOf, go } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, change, mentionsAddress, noFilters, parameters, UNITS } from "../core/view.js";
import { volume } from "../core/volume.js";
import { charts } from "../charts/engine.js";
import { toneChart } from "../charts/tone.js";
import { volumeChart } from "../charts/volume.js";
import { accountsPanel } from "../parts/accounts.js";
import { contributionsPanel } from "../parts/contributions.js";
import { brandFigures } from "../parts/figures.js";
import { info } from "../parts/info.js";
import { emptyBox, panel } from "../parts/panel.js";
import { pastNote } from "../parts/past-note.js";
import { questionsPanel } from "../parts/questions.js";
import { sharePanel } from "../parts/share.js";
import { stream } from "../parts/stream.js";
import { toplist } from "../parts/toplist.js";

const LISTS = [["kind", 10], ["flag", 5], ["source", 8], ["author", 8], ["hashtag", 8], ["domain", 6], ["link", 6], ["language", 5], ["type", 5]];

export function mount(root) {
  const id = app.view.brand;
  const brand = brandOf(id);
  if (!brand) {
    put(root, h("header", { class: "page-head" }, h("h1", {}, id)), emptyBox(t("brand.unknown", { id }), h("a", { class: "button", href: "/" }, t("missing.home"))));
    return { update() {} };
  }
  const name = id;
  const volumes = volumeChart({ name, group: id });
  const tones = toneChart({ name, group: id });
  charts().catch(() => {});
  const load = (signal) => loadVolume(id, signal);
  const compare = h("button", { type: "button", class: "segment", title: t("period.compare"), onclick: () => go(change(app.view, { compare: !app.view.compare })) }, t("volume.before"));
  const figures = brandFigures(id);
  const units = h("div", { class: "segments inline units", role: "group", "aria-label": t("unit.title") });
  const over = panel({ title: t("metric.volume"), about: "volume", cls: "chart-panel", tools: [compare, volumes.tools], skeleton: 8, load: (signal) => loadVolume(id, signal, app.view.unit), draw: (data, body) => drawn(body, volumes, data) });
  const tone = panel({ title: t("tone.metricToward", { name: brand.name }), about: "tone", cls: "chart-panel", tools: tones.tools, skeleton: 6, load, draw: (data, body) => drawn(body, tones, data) });
  const latest = stream({ title: t("brand.latest"), limit: 25, short: true, tools: h("a", { class: "quiet small" }, t("brand.all")) });
  const all = latest.element.querySelector(".panel-head a");
  const share = sharePanel();
  const questions = questionsPanel();
  const accounts = accountsPanel();
  const contributions = contributionsPanel();
  const aspects = ["negative", "positive"].map((tone) => toplist("aspect", { title: t(`aspects.${tone}`), limit: 10, only: (value) => value.endsWith(`:${tone}`) }));
  const lists = [...aspects, ...LISTS.map(([by, limit]) => toplist(by, { limit }))];
  const parts = [figures, over, tone, contributions, share, questions, accounts, ...lists];
  put(
    root,
    h("header", { class: "page-head" }, h("h1", {}, brand.name), h("p", { class: "muted small query" }, brand.competitor ? `${t("brand.competitor")} · ` : "", t("brand.query"), " ", h("code", {}, brand.query), " ", h("a", { href: address({ ...noFilters(app.view), page: "brands", brand: null, edit: id }) }, t("brand.edit")), " · ", h("a", { class: "links-link", href: address({ ...change(app.view, {}), page: "links" }) }, t("links.open"))), pastNote(brand)),
    h("p", { class: "row wrap small muted unit-line" }, t("unit.title"), units, info("unit")),
    figures.element,
    h("div", { class: "split brand-split" }, h("div", { class: "stack" }, over.element, tone.element, contributions.element, h("div", { class: "lists" }, share.element, questions.element, accounts.element, lists.map((list) => list.element))), latest.element),
  );

  return {
    update(why) {
      put(units, UNITS.map((unit) => h("a", { class: "segment", href: address(change(app.view, { unit })), "aria-current": app.view.unit === unit ? "true" : null }, t(`unit.${unit}`))));
      compare.hidden = !app.span.before;
      compare.setAttribute("aria-pressed", String(app.view.compare));
      all.href = mentionsAddress(app.view, app.span);
      if (why !== "live") latest.refresh();
      parts.forEach((part) => part.refresh());
    },
    arrive: latest.arrive,
    close: () => ([...parts, latest].forEach((part) => part.close()), volumes.close(), tones.close()),
  };
}

function drawn(body, chart, data) {
  if (!chart.element.isConnected) put(body, chart.element);
  chart.draw(data);
}

/** Volume, tone and band in one answer, which both charts share; the period before and alerts where they are due. */
async function loadVolume(id, signal, unit = "mentions") {
  const { span, view } = app;
  const [data, before, alerts] = await Promise.all([
    unit === "mentions" ? volume({ split: "tone", signal }) : volume({ unit, signal }),
    view.compare && span.before ? beforeOf(span, signal, unit) : null,
    get("alerts", new URLSearchParams({ limit: 50 }), signal).catch(() => ({ alerts: [] })),
  ]);
  return { ...data, before, alerts: alerts.alerts.filter((alert) => alert.brand === id) };
}

async function beforeOf(span, signal, unit) {
  const query = parameters(app.view, span.before);
  query.set("tz", app.zone);
  query.set("bucket", span.bucket);
  if (unit !== "mentions") query.set("unit", unit);
  return (await get("metrics/timeline", query, signal)).buckets;
}
