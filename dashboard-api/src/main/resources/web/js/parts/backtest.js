// What a rule would have done over the stored history: a word while it is being written, the whole of it on demand.

import { h, put } from "../core/dom.js";
import { get, post } from "../core/api.js";
import { app, brandName } from "../core/app.js";
import { day, duration, moment, number } from "../core/format.js";
import { lang, t, tn } from "../core/i18n.js";
import { wordOf } from "./form.js";
import { mentionCard } from "./mention-card.js";
import { spark } from "./spark.js";

const DAY = 86_400_000;
const PERIODS = [["1", DAY], ["7", 7 * DAY], ["30", 30 * DAY], ["90", 90 * DAY]];
const PREVIEW_AFTER_MS = 1_200;
const PREVIEW_DAYS = 7;
const SHOWN = 5;

/** @param rule () => the rule as it is written now @returns {element, changed(), close()} */
export function backtester(rule) {
  const word = h("p", { class: "backtest-word", role: "status" }, "\u00a0");
  const result = h("div", { class: "stack-s", "aria-live": "polite" });
  // An incident that is being looked at again brings its own time.
  const own = app.view.period.from !== undefined ? [["own", null]] : [];
  const period = h("select", { class: "select", "aria-label": t("al.test.period") }, [...own, ...PERIODS].map(([name]) => h("option", { value: name, selected: name === (own.length ? "own" : "30") }, t(`al.test.period.${name}`))));
  const button = h("button", { type: "button", class: "button", onclick: run }, t("al.test.run"));
  const element = h("section", { class: "backtest stack-s", "aria-label": t("al.test.title") }, h("h3", {}, t("al.test.title")), word, h("p", { class: "row wrap" }, period, button), result);
  let timer = null;
  let turn = 0;
  let clock = null;

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(preview, PREVIEW_AFTER_MS);
  }

  const span = () => {
    if (period.value === "own") return { from: app.view.period.from, to: app.view.period.to ?? Date.now() };
    const to = Date.now();
    return { from: to - PERIODS.find(([name]) => name === period.value)[1], to };
  };
  const ask = ({ from, to }) => post("rules/backtest", { rule: rule(), from: new Date(from).toISOString(), to: new Date(to).toISOString() });

  async function preview() {
    const mine = ++turn;
    put(word, t("al.test.reading"));
    const to = Date.now();
    try {
      const found = await ask({ from: to - PREVIEW_DAYS * DAY, to });
      if (mine === turn) put(word, tn("al.test.word", found.pages, { n: number(found.pages), days: PREVIEW_DAYS }));
    } catch (error) {
      // While it is being written a rule is often none yet: what is missing is said, calmly.
      if (mine === turn) put(word, h("span", { class: "muted" }, error.detail ?? String(error)));
    }
  }

  async function run() {
    const mine = ++turn;
    const began = performance.now();
    const asked = span();
    const spent = h("span", { class: "muted small" });
    button.disabled = true;
    put(word, "\u00a0");
    put(result, h("p", { class: "row" }, h("progress", { "aria-label": t("al.test.running") }), t("al.test.running"), spent, h("button", { type: "button", class: "button small", onclick: stop }, t("action.cancel"))));
    clock = setInterval(() => put(spent, duration(performance.now() - began)), 1_000);
    try {
      const [found, bars] = await Promise.all([ask(asked), timeline(asked)]);
      if (mine === turn) put(result, !found.mentions && h("p", { class: "note small" }, t("al.test.empty")), drawn(found, bars, asked));
    } catch (error) {
      if (mine === turn) put(result, h("p", { class: "field-fault", role: "alert" }, error.detail ?? String(error)));
    } finally {
      if (mine === turn) stop();
    }
  }

  function stop() {
    turn++;
    clearInterval(clock);
    button.disabled = false;
    if (result.querySelector("progress")) put(result, h("p", { class: "muted small" }, t("al.test.stopped")));
  }

  /** The volume that the rule looks at, as the background of its pages. */
  async function timeline({ from, to }) {
    const { brands, filter } = rule();
    const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), tz: app.zone, bucket: "auto" });
    const ours = brands.length ? brands : app.brands.filter((brand) => !brand.competitor).map((brand) => brand.id);
    for (const brand of ours) query.append("brand", brand);
    const terms = filter.terms.map((term) => `"${term.replaceAll('"', "")}"`).join(" OR ");
    const q = filter.q && terms ? `(${filter.q}) AND (${terms})` : filter.q || terms;
    if (q) query.set("q", q);
    for (const tone of filter.tones) query.append("tone", tone);
    for (const source of filter.sources) query.append("source", source);
    const { buckets } = await get("metrics/timeline", query);
    return buckets.map((bucket) => ({ start: Date.parse(bucket.start), end: Date.parse(bucket.end), count: bucket.count }));
  }

  changed();
  return { element, changed, close: () => (clearTimeout(timer), clearInterval(clock), turn++) };
}

function drawn(found, bars, { from, to }) {
  const facts = [
    ["al.test.pages", number(found.pages)],
    ["al.test.perWeek", number(found.pagesPerWeek, 1)],
    ["al.test.median", duration(found.medianMinutes * 60_000)],
    ["al.test.quiet", number(found.quiet)],
  ];
  const events = [...found.events].reverse();
  return [
    h("dl", { class: "backtest-facts" }, facts.map(([key, value]) => h("div", {}, h("dt", {}, t(key)), h("dd", { class: "num" }, value)))),
    strip(found.events, bars, from, to),
    events.length ? h("ol", { class: "backtest-events" }, events.map(event)) : h("p", { class: "muted small" }, t("al.test.nothing")),
  ];
}

/** Volume with a mark for each incident, as wide as it lasted; a mark opens its line below. */
function strip(events, bars, from, to) {
  const place = (at) => Math.max(0, Math.min(100, ((at - from) / (to - from)) * 100));
  const mark = (one) => {
    const start = place(Date.parse(one.startedAt));
    const wide = Math.max(0.6, place(one.endedAt ? Date.parse(one.endedAt) : to) - start);
    return h("a", { class: `backtest-mark${one.page ? "" : " quiet-mark"}`, href: `#event-${one.id}`, style: { left: `${start}%`, width: `${wide}%` }, "aria-label": moment(Date.parse(one.startedAt), app.zone), title: moment(Date.parse(one.startedAt), app.zone), onclick: (click) => (click.preventDefault(), click.stopPropagation(), show(one.id)) });
  };
  return h("figure", { class: "backtest-strip" },
    h("div", { class: "backtest-plot" }, spark(bars, null, { height: 72, label: t("al.test.strip", { n: number(events.length) }) }), events.map(mark)),
    h("figcaption", { class: "strip-ends faint xs" }, h("span", {}, day(from, app.zone)), h("span", {}, t("al.test.legend")), h("span", {}, day(to, app.zone))));
}

function show(id) {
  const line = document.getElementById(`event-${id}`);
  const more = line?.querySelector("details");
  if (more) more.open = true;
  line?.scrollIntoView({ block: "nearest" });
  line?.querySelector("summary")?.focus({ preventScroll: true });
}

function event(one) {
  const started = Date.parse(one.startedAt);
  const mentions = h("div", { class: "stack-s" });
  const open = async (toggle) => {
    if (!toggle.currentTarget.open || mentions.childElementCount) return;
    put(mentions, await cards(one.mentions.slice(0, SHOWN)));
  };
  return h("li", { id: `event-${one.id}`, class: `alert-${one.severity}` },
    h("p", { class: "row wrap small" },
      h("span", { class: "severity" }, t(`severity.${one.severity}`)), h("strong", {}, brandName(one.brand)),
      h("span", {}, moment(started, app.zone)), h("span", { class: "muted" }, t("alert.lasted", { time: duration(one.minutes * 60_000) })),
      !one.page && h("span", { class: "tag" }, one.mutes.map((mute) => t(`incident.mute.${wordOf(mute)}`)).join(", ") || t("al.test.noPage"))),
    h("p", { class: "small" }, one.reason[lang()]),
    one.mentions.length > 0 && h("details", { ontoggle: open }, h("summary", { class: "small" }, tn("al.test.driving", Math.min(SHOWN, one.mentions.length), { n: number(Math.min(SHOWN, one.mentions.length)) })), mentions));
}

/** The mentions of these ids that are still there. */
export async function cards(ids) {
  const found = await Promise.all(ids.map((id) => get(`mentions/${encodeURIComponent(id)}`).catch(() => null)));
  const there = found.filter(Boolean);
  return there.length ? there.map((mention) => mentionCard(mention, { short: true })) : h("p", { class: "muted small" }, t("al.mentionsGone"));
}
