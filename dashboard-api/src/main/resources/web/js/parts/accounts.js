// A brand's own accounts: followers day by day, how regularly they publish, and a silence that lasts longer than theirs do.

import { h, put, s } from "../core/dom.js";
import { forget, get, sendFile } from "../core/api.js";
import { app } from "../core/app.js";
import { ago, compact, day, duration, exact, number, signed } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, noFilters, parameters } from "../core/view.js";
import { count } from "./number.js";
import { emptyBox, panel } from "./panel.js";
import { kindName } from "./values.js";

const PUBLISHED = ["post", "article", "video"];
const [WIDE, HIGH] = [240, 44];

export function accountsPanel() {
  const it = panel({ title: t("metric.accounts"), about: "accounts", cls: "accounts", skeleton: 4, load, draw: (data, body) => draw(data, body, () => (forget(), it.refresh())) });
  return it;
}

const load = (signal) => get("metrics/accounts", parameters(app.view, app.span), signal);

function draw({ accounts }, body, again) {
  const shown = accounts.filter((account) => account.publications > 0 || account.followers.length > 0);
  put(
    body,
    shown.length ? h("ul", { class: "account-list" }, shown.map(row)) : emptyBox(t("empty.accounts"), h("a", { class: "button", href: address({ ...noFilters(app.view), page: "brands", brand: null, edit: app.view.brand }) }, t("accounts.declare"))),
    h("details", { class: "small" }, h("summary", {}, t("accounts.import")), upload(again)),
  );
}

function row(account) {
  const { followers, network } = account;
  const parts = { brand: [], author: [account.account], type: PUBLISHED, ...(network ? { source: [network] } : {}) };
  return h(
    "li",
    {},
    h("p", {}, h("strong", {}, `@${account.account}`), network && h("span", { class: "faint xs" }, ` ${kindName(network)}`)),
    followers.length > 0 && trend(account),
    account.publications > 0 && h(
      "p",
      { class: "small" },
      count(account.publications, { parts, what: t("accounts.publications") }), " ", tn("accounts.published", account.publications), " · ", t("accounts.perWeek", { n: number(account.perWeek, 1) }),
      account.medianGapSeconds !== null && ` · ${t("accounts.median", { time: duration(1000 * account.medianGapSeconds) })}`,
    ),
    account.publications > 0 && h("p", { class: "small muted" }, t("accounts.last"), " ", h("time", { datetime: account.last, title: exact(Date.parse(account.last), app.zone) }, ago(Date.parse(account.last), app.zone, app.now)), ` · ${t("accounts.longest", { time: duration(1000 * account.longestSilenceSeconds) })}`),
    account.late && h("p", { class: "small accounts-late" }, h("span", { "aria-hidden": "true" }, "\u25b2 "), t("accounts.late", { time: duration(1000 * account.silenceSeconds), usual: duration(1000 * account.warnAfterSeconds) })),
  );
}

/** The last number, its change over the period, and the line between. */
function trend({ followers, account }) {
  const [first, last] = [followers[0], followers.at(-1)];
  const change = last.followers - first.followers;
  return h(
    "div",
    { class: "account-trend" },
    h("p", {}, h("span", { class: "num big" }, compact(last.followers)), h("span", { class: "small muted" }, ` ${t("accounts.followers")}`), followers.length > 1 && h("span", { class: "small" }, ` ${t("accounts.change", { n: signed(change), day: dayOf(first.day) })}`)),
    followers.length > 1 && line(followers, account),
    followers.length > 1 && h("details", { class: "xs" }, h("summary", {}, t("accounts.table")), h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("accounts.day")), h("th", { scope: "col", class: "n" }, t("accounts.followers")))), h("tbody", {}, followers.map((p) => h("tr", {}, h("td", {}, dayOf(p.day)), h("td", { class: "n" }, number(p.followers), p.imported && ` (${t("accounts.imported")})`)))))),
  );
}

const dayOf = (text) => day(Date.parse(`${text}T12:00:00Z`), "UTC", app.now);

function line(followers, account) {
  const at = (p) => Date.parse(`${p.day}T12:00:00Z`);
  const values = followers.map((p) => p.followers);
  const [low, high, from, to] = [Math.min(...values), Math.max(...values), at(followers[0]), at(followers.at(-1))];
  const x = (p) => ((at(p) - from) / Math.max(1, to - from)) * WIDE;
  const y = (p) => HIGH - 3 - ((p.followers - low) / Math.max(1, high - low)) * (HIGH - 6);
  return s("svg", { class: "account-line", viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": t("accounts.chart", { name: `@${account}`, low: number(low), high: number(high) }) }, s("polyline", { points: followers.map((p) => `${x(p).toFixed(1)},${y(p).toFixed(1)}`).join(" ") }));
}

function upload(again) {
  const said = h("p", { class: "small muted", role: "status" });
  const send = async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    put(said, "…");
    try {
      const { points, rejected } = await sendFile("accounts/followers", file, "text/csv");
      again();
      put(said, tn("accounts.kept", points, { n: number(points) }), rejected.map((one) => h("span", { class: "field-fault" }, ` ${t("accounts.line", { n: number(one.line), reason: one.reason })}`)));
    } catch (error) {
      put(said, error.message);
    }
  };
  return h("div", { class: "stack-s" }, h("label", { class: "field" }, t("accounts.file"), h("input", { type: "file", accept: ".csv,text/csv", onchange: send })), said);
}
