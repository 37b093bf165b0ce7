// Exercice: a crisis that nobody has, through the real alert path; how long each role takes to act, and how it went before.

import { h, put } from "../core/dom.js";
import { forget, get, post, remove } from "../core/api.js";
import { app, brandName } from "../core/app.js";
import { duration, moment, number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { checks, group, select } from "../parts/form.js";
import { emptyBox, panel } from "../parts/panel.js";
import { field, tried, twice } from "../parts/workbench.js";
import { playbookName } from "./playbooks.js";

const SPEEDS = [1, 4, 10, 40, 120];
const SCRIPT_MS = 40 * 60_000;
const ASK_EVERY_MS = 2_000;

export function mount(root) {
  const read = async (signal) => {
    const [drill, { playbooks }, { channels }, { incidents }] = await Promise.all(["drill", "playbooks", "channels", "incidents"].map((one) => get(one, null, signal)));
    return { drill, playbooks, channels, lived: incidents.filter((incident) => !incident.exercise) };
  };
  const now = panel({ title: t("al.drill.now"), skeleton: 4, load: read, draw });
  const past = panel({ title: t("al.drill.past"), skeleton: 3, load: read, draw: ({ drill, playbooks }, body) => put(body, history(drill, playbooks)) });
  let shown = null;
  let timer = null;
  put(root, alertTabs(), h("header", { class: "page-head" }, h("h1", {}, t("page.drill")), h("p", { class: "lead" }, t("al.drill.lead"))), h("div", { class: "stack" }, now.element, past.element));

  function again() {
    forget();
    now.refresh();
    past.refresh();
  }

  /** What is being chosen stays while nothing goes on. */
  function draw(known, body) {
    clearTimeout(timer);
    if (known.drill.underWay) {
      shown = "running";
      timer = setTimeout(() => !document.hidden && (forget(), now.refresh()), ASK_EVERY_MS);
      return void put(body, running(known, again));
    }
    if (shown === "form") return;
    shown = "form";
    put(body, beginning(known, () => ((shown = null), again())));
  }

  return { update: () => (now.refresh(), past.refresh()), arrive() {}, close: () => (clearTimeout(timer), now.close(), past.close()) };
}

const RECORDED = "incident:";

const scenarioName = (id, playbooks) => {
  if (id.startsWith(RECORDED)) return t("al.drill.recorded");
  const book = playbooks.find((one) => one.id === id);
  return book ? playbookName(book) : id || t("al.drill.unknown");
};

function beginning({ drill, playbooks, channels, lived }, done) {
  const ours = app.brands.filter((brand) => !brand.competitor);
  if (!ours.length) return emptyBox(t("al.noBrands"), h("a", { class: "button", href: address({ ...noFilters(app.view), page: "brands", edit: "*" }) }, t("brands.new")));
  const brand = select(ours.map((one) => [one.id, one.name]), ours[0].id);
  const again = lived.filter((incident) => ours.some((one) => one.id === incident.brand)).map((incident) => [RECORDED + incident.id, t("al.drill.lived", { brand: brandName(incident.brand), time: moment(Date.parse(incident.startedAt), app.zone) })]);
  const scenario = select([...drill.scenarios.map((id) => [id, scenarioName(id, playbooks)]), ...again], drill.scenarios[0], { onchange: () => fit() });
  // A crisis that was is its brand's, and lasts as long as it did.
  function fit() {
    const incident = lived.find((one) => RECORDED + one.id === scenario.value);
    if (incident) brand.value = incident.brand;
    brand.disabled = Boolean(incident);
  }
  const speed = select(SPEEDS.map((one) => [String(one), t("al.drill.speed", { n: one, time: duration(SCRIPT_MS / one) })]), "10");
  const said = h("p", { class: "note small" });
  const outside = channels.filter((channel) => channel.kind !== "page" && channel.enabled);
  const used = checks(outside.map((channel) => [channel.id, channel.name]), [], { onchange: () => warn(), none: t("al.drill.noChannels") });
  const fault = h("p", { class: "field-fault", role: "alert" });
  const start = () => tried(fault, async () => {
    await post("drill", { brand: brand.value, scenario: scenario.value, speed: Number(speed.value), channels: used.value() });
    done();
  });
  const place = h("span", {});
  function warn() {
    const chosen = used.value();
    const names = outside.filter((channel) => chosen.includes(channel.id)).map((channel) => channel.name).join(", ");
    put(said, chosen.length ? t("al.drill.willSend", { names }) : t("al.drill.nothingSent"));
    // Messages to people are asked for twice; an exercise on the dashboard alone disturbs nobody.
    put(place, chosen.length ? twice(t("al.drill.begin"), start) : h("button", { type: "submit", class: "button primary" }, t("al.drill.begin")));
  }
  warn();
  return h("form", { class: "stack", novalidate: true, onsubmit: (event) => (event.preventDefault(), start()) },
    h("div", { class: "row wrap fields" }, field(t("al.field.brand"), brand, null, "brand"), field(t("al.field.scenario"), scenario, t("al.drill.scenarioHint"), "scenario"), field(t("al.field.speed"), speed, null, "speed")),
    group(t("al.field.drillChannels"), used.element), said, fault, h("p", {}, place));
}

function running({ drill, playbooks }, again) {
  const fault = h("p", { class: "field-fault", role: "alert" });
  const { progress, incident } = drill;
  return h("div", { class: "stack" },
    h("p", { class: "exercise-mark" }, "EXERCICE"),
    progress
      ? h("div", { class: "stack-s" },
          h("p", {}, h("strong", {}, scenarioName(progress.scenario, playbooks)), " · ", brandName(progress.brand), " · ", t("al.drill.times", { n: number(progress.speed) })),
          h("p", { class: "row wrap small" }, h("progress", { max: String(progress.of), value: progress.said, "aria-label": t("al.drill.progress") }), t("al.drill.said", { said: number(progress.said), of: number(progress.of) }), h("span", { class: "muted" }, t("al.drill.endsAt", { time: moment(Date.parse(progress.endsAt), app.zone) }))),
          h("p", { class: "small muted" }, progress.channels.length ? t("al.drill.willSend", { names: progress.channels.join(", ") }) : t("al.drill.nothingSent")))
      : h("p", { class: "muted" }, t("al.drill.played")),
    incident
      ? [h("p", {}, h("a", { class: "button", href: address({ ...noFilters(app.view), page: "incident", incident }) }, t("incident.open"))), h("ul", { class: "drill-roles" }, drill.roles.map((role) => roleLine(role, incident, fault, again)))]
      : h("p", { class: "muted small" }, t("al.drill.notYet")),
    fault,
    h("p", {}, twice(t("al.drill.end"), () => tried(fault, async () => (await remove("drill"), again())))));
}

function roleLine(role, incident, fault, again) {
  const act = () => tried(fault, async () => (await post(`incidents/${encodeURIComponent(incident)}/acknowledge`, { role: role.role }), again()));
  return h("li", { class: "row wrap" }, h("strong", {}, role.name), h("span", { class: "grow" }),
    role.seconds === undefined
      ? [h("span", { class: "muted small" }, t("al.drill.waits")), h("button", { type: "button", class: "button small", onclick: act }, t("al.drill.ackAs", { role: role.name }))]
      : h("span", { class: "small test-good" }, t("al.drill.acted", { time: duration(role.seconds * 1_000), by: role.by })));
}

function history(drill, playbooks) {
  if (!drill.history.length) return emptyBox(t("al.drill.none"));
  const time = (role) => (role.seconds === undefined ? h("span", { class: "faint" }, "\u2013") : duration(role.seconds * 1_000));
  const names = drill.history[0].roles;
  return h("div", { class: "scroll-x", tabindex: "0", role: "group", "aria-label": t("al.drill.past") }, h("table", { class: "whole-words" },
    h("caption", { class: "faint xs" }, t("al.drill.tableText")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("al.drill.when")), h("th", { scope: "col" }, t("al.field.scenario")), names.map((role) => h("th", { scope: "col", class: "n" }, role.name)), h("th", { scope: "col", class: "n" }, t("al.drill.tasks")))),
    h("tbody", {}, drill.history.map((one) => h("tr", {},
      h("td", {}, h("a", { href: address({ ...noFilters(app.view), page: "incident", incident: one.incident }) }, moment(Date.parse(one.startedAt), app.zone))),
      h("td", {}, scenarioName(one.scenario, playbooks), " · ", brandName(one.brand)),
      names.map((role) => h("td", { class: "n" }, time(one.roles.find((each) => each.role === role.role) ?? {}))),
      h("td", { class: "n" }, `${number(one.tasksDone)}/${number(one.tasksAll)}`))))));
}
