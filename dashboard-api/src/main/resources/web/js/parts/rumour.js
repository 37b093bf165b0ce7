// A story that people call a rumour: the mark with who and when, our version of the facts, and one against the other.

import { h, put } from "../core/dom.js";
import { forget, get, post, remove, store } from "../core/api.js";
import { app } from "../core/app.js";
import { ago, compact, duration, exact, moment, number, signed } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, noFilters } from "../core/view.js";
import { rumourChart } from "../charts/rumour.js";
import { outLink } from "../core/dom.js";
import { info } from "./info.js";
import { panel } from "./panel.js";
import { FEW, SIGNS } from "./tone.js";

/** @param changed called when the story was marked, or is no rumour any more */
export function rumourPanel(story, changed) {
  const chart = rumourChart();
  const note = h("p", { class: "small muted", role: "status" });
  const path = `rumours/${encodeURIComponent(story)}`;
  const it = panel({ title: t("rumour.title"), about: "rumour", cls: "rumour-panel", skeleton: 3, load, draw });
  it.element.append(note);

  async function load(signal) {
    const entry = (await get("rumours", null, signal)).rumours.find((one) => one.id === story) ?? null;
    return { entry, report: entry && (await get(`${path}/report`, null, signal)) };
  }

  async function act(task, said) {
    put(note, "…");
    try {
      await task();
      forget();
      put(note, t(said));
      await it.refresh();
      changed();
    } catch (error) {
      put(note, error.message);
    }
  }

  function draw({ entry, report }, body) {
    if (!entry) return void put(body, unmarked());
    put(body, mark(entry), version(entry), report.corrected && sides(report), report.timeline.length > 1 && report.correction.mentions > 0 && chart.element);
    if (chart.element.isConnected) chart.draw(report);
  }

  const unmarked = () => [
    h("p", { class: "small muted" }, t("rumour.what")),
    h("p", {}, h("button", { type: "button", class: "button", onclick: () => act(() => store(path, {}), "rumour.marked") }, t("rumour.mark"))),
  ];

  function mark(entry) {
    const at = Date.parse(entry.changedAt);
    return h(
      "p",
      { class: "row wrap small" },
      h("strong", { class: "tone-negative rumour-badge" }, t("rumour.badge")),
      h("span", { class: "muted" }, t("rumour.by", { name: entry.changedBy }), " ", h("time", { datetime: entry.changedAt, title: exact(at, app.zone) }, ago(at, app.zone, app.now))),
      h("button", { type: "button", class: "button", onclick: () => act(() => post(`${path}/undo`, { version: entry.version }), "rumour.undone") }, t("rumour.undo")),
      entry.version > 0 && h("button", { type: "button", class: "quiet small", onclick: () => act(() => remove(path), "rumour.unmarked") }, t("rumour.unmark")),
    );
  }

  function version(entry) {
    const ours = entry.ourVersion;
    return h(
      "div",
      { class: "stack-s" },
      h("h3", {}, t("rumour.ours")),
      ours
        ? h(
            "div",
            { class: "small" },
            ours.text && h("p", { dir: "auto" }, ours.text),
            ours.link && h("p", {}, outLink(ours.link, {}, ours.link)),
            ours.mention && h("p", {}, h("a", { href: address(change(app.view, { mention: ours.mention })) }, t("rumour.mention"))),
          )
        : h("p", { class: "small muted" }, t("rumour.none")),
      h("details", {}, h("summary", { class: "small" }, t(ours ? "rumour.change" : "rumour.attach")), form(entry)),
    );
  }

  function form(entry) {
    const ours = entry.ourVersion ?? {};
    const text = h("textarea", { class: "input", rows: 3, maxlength: 5000, value: ours.text ?? "" });
    const link = h("input", { class: "input", type: "url", maxlength: 2000, placeholder: "https://", value: ours.link ?? "" });
    const mention = h("input", { class: "input", type: "text", maxlength: 2000, value: ours.mention ?? "" });
    const send = (event) => {
      event.preventDefault();
      act(() => store(path, { version: entry.version, ourVersion: given({ text: text.value, link: link.value, mention: idOf(mention.value), at: ours.at }) }), "rumour.kept");
    };
    const field = (name, input, hint) => h("label", { class: "field" }, t(name), input, hint && h("span", { class: "faint xs" }, t(hint)));
    return h("form", { class: "stack-s rumour-form", onsubmit: send }, field("rumour.text", text), field("rumour.link", link, "rumour.linkHint"), field("rumour.which", mention, "rumour.whichHint"), h("p", {}, h("button", { type: "submit", class: "button" }, t("rumour.keep"))));
  }

  return { ...it, close: () => (it.close(), chart.close()) };
}

/** What was filled in, and nothing else. */
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value?.trim()));

/** An id, or the address of a mention or a story in this dashboard. */
function idOf(text) {
  const value = text.trim();
  try {
    const url = new URL(value, window.location.origin);
    const open = url.searchParams.get("mention");
    if (open) return open;
    if (url.pathname.startsWith("/histoire/") && /^(https?:|\/)/.test(value)) return decodeURIComponent(url.pathname.slice(10));
  } catch {
    // No address: an id as it stands.
  }
  return value;
}

function sides(report) {
  const { rumour, correction, pace } = report;
  const row = (name, before, after, id) => h("tr", {}, h("th", { scope: "row" }, name, id && info(id)), h("td", { class: "n" }, before), h("td", { class: "n" }, after));
  const people = (side) => h("span", { title: t("story.reachKnown", { n: number(side.reachKnown), of: number(side.authors) }) }, compact(side.reach));
  const share = rumour.reach > 0 ? correction.reach / rumour.reach : null;
  return [
    h("p", { class: "small" }, t("rumour.since", { time: moment(Date.parse(report.corrected), app.zone) }), " ", share !== null && t("rumour.share", { n: number(100 * share, share < 0.1 ? 1 : 0) }), " ", report.overtaken ? t("rumour.overtaken", { time: moment(Date.parse(report.overtaken), app.zone) }) : t("rumour.behind")),
    h(
      "table",
      { class: "rumour-table small" },
      h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col", class: "n" }, t("rumour.rumour")), h("th", { scope: "col", class: "n" }, t("rumour.correction")))),
      h("tbody", {}, row(t("metric.mentions"), opened(rumour, report), opened(correction, report)), row(t("metric.authors"), number(rumour.authors), number(correction.authors)), row(t("metric.reach"), people(rumour), people(correction), "reach"), row(t("metric.engagement"), number(rumour.engagement), number(correction.engagement))),
    ),
    h(
      "table",
      { class: "rumour-table small" },
      h("thead", {}, h("tr", {}, h("td", {}, t("rumour.aboutRumour")), h("th", { scope: "col", class: "n" }, t("rumour.before")), h("th", { scope: "col", class: "n" }, t("rumour.after")))),
      h("tbody", {}, row(t("metric.net"), tone(report.toneBefore), tone(report.toneAfter), "net"), pace && row(t("rumour.pace", { time: duration(1000 * pace.windowSeconds) }), t("story.perHour", { n: number(pace.beforePerHour, 1) }), t("story.perHour", { n: number(pace.afterPerHour, 1) }))),
    ),
  ];
}

function opened(side, report) {
  if (!side.mentions || !side.query) return number(side.mentions);
  const base = noFilters(app.view);
  const href = address({ ...base, page: "mentions", brand: null, mention: null, order: "newest", filters: { ...base.filters, q: side.query }, period: { to: Date.parse(report.at) + 1 } });
  return h("a", { class: "num count", href, title: tn("mentions.open", side.mentions, { n: number(side.mentions) }), data: { mentions: side.mentions } }, number(side.mentions));
}

/** The index with its interval, and the n it rests on; too few conclude nothing. */
function tone(counts) {
  if (!counts || !counts.n) return "\u2013";
  const words = t("rumour.toneOf", { n: number(counts.n), low: signed(Math.round(100 * counts.low)), high: signed(Math.round(100 * counts.high)) });
  const label = counts.low > 0 ? "positive" : counts.high < 0 ? "negative" : "neutral";
  return [h("span", { class: `tone-${label}` }, h("span", { class: "aloud" }, `${SIGNS[label]} `), signed(Math.round(100 * counts.index))), h("div", { class: "faint xs" }, words, counts.n < FEW && ` · ${t("rumour.few")}`)];
}
