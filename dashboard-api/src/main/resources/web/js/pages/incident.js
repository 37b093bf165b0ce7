// One incident, the room in which people deal with it: what happened and why it is so grave, what to do, what was decided.

import { h, put } from "../core/dom.js";
import { forget, get, post, remove } from "../core/api.js";
import { app, brandName } from "../core/app.js";
import { hourOf } from "../core/format.js";
import { t } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { cards } from "../parts/backtest.js";
import { wordOf } from "../parts/form.js";
import { actions } from "../parts/incident-actions.js";
import { forecastOf, takeAway, what } from "../parts/incident-facts.js";
import { evidence, log, outbox } from "../parts/incident-log.js";
import { messages, tasks } from "../parts/incident-tasks.js";
import { mentionCard } from "../parts/mention-card.js";
import { emptyBox, panel } from "../parts/panel.js";

const SHOWN = 5;

export function mount(root) {
  const title = h("h1", {}, t("page.incident"));
  const said = h("p", { class: "lead", role: "status" }, "\u00a0");
  const mark = h("p", { class: "exercise-mark", hidden: true }, "EXERCICE");
  const id = app.view.incident;
  const path = `incidents/${encodeURIComponent(id)}`;
  const read = async (signal) => {
    const [incident, { roles }, { rules }] = await Promise.all([path, "roles", "rules"].map((one) => get(one, null, signal))).catch((error) => {
      if (error.status === 404) put(root, alertTabs(), h("header", { class: "page-head" }, h("h1", {}, t("page.incident"))), emptyBox(t("incident.unknown", { id }), h("a", { class: "button", href: "/alertes" }, t("incident.all"))));
      throw error;
    });
    return { ...incident, known: { roles, rules } };
  };
  let cited = "";
  let judged = "";
  const hands = h("div", { class: "incident-actions" });
  const room = panel({ title: t("incident.what"), about: "incident", skeleton: 8, load: read, draw });
  const todo = section("incident.do");
  const driving = section("incident.driving");
  const next = section("incident.next");
  const decided = section("incident.log");
  const kept = section("incident.take");
  put(root, alertTabs(), h("header", { class: "page-head" }, mark, title, said),
    h("div", { class: "split room" }, h("div", { class: "stack" }, room.element, todo.element, decided.element), h("div", { class: "stack" }, driving.element, next.element, kept.element)));

  function draw(incident, body) {
    put(title, brandName(incident.brand), " ", h("span", { class: `alert-${incident.severity}` }, h("span", { class: "severity" }, t(`severity.${incident.severity}`))));
    mark.hidden = !incident.exercise;
    put(said, t(`incident.state.${incident.state}`), holder(incident));
    // What somebody is writing is not taken from under the hand: controls are made anew only when the state changes.
    const state = JSON.stringify([incident.state, incident.useful, incident.mutes, incident.acknowledgement]);
    if (state !== judged) put(hands, actions(incident, act));
    judged = state;
    put(body, what(incident), hands);
    put(todo.body, tasks(incident, act), messages(incident));
    todo.element.hidden = !incident.tasks.length && !Object.keys(incident.messages).length;
    put(decided.body, log(incident), outbox(incident));
    put(kept.body, evidence(incident), takeAway(incident, path));
    drive(incident);
  }

  /** The mentions and the forecast are asked for when they change, not at every look. */
  async function drive(incident) {
    const wanted = JSON.stringify([incident.signal.mentions, incident.story]);
    if (wanted === cited) return;
    cited = wanted;
    // What is said in an exercise is in no history: the incident brings it along.
    put(driving.body, incident.exercise ? spoken(incident) : await cards(incident.signal.mentions.slice(0, SHOWN)));
    const told = await forecastOf(incident);
    next.element.hidden = !told;
    put(next.body, told);
  }

  /** Does something and shows what came of it; what is refused is said where people look. */
  async function act(action, body) {
    let refused = null;
    try {
      await (action === "unsilence" ? remove(`${path}/silence`) : post(`${path}/${action}`, body ?? {}));
    } catch (error) {
      refused = error.detail ?? error.message;
    }
    forget();
    await room.refresh();
    if (refused) put(said, h("span", { class: "field-fault" }, refused));
  }

  return { update: () => room.refresh(), arrive() {}, close: () => room.close() };
}

function spoken({ said }) {
  return said?.length ? said.slice(0, SHOWN).map((mention) => mentionCard(mention, { short: true })) : h("p", { class: "muted small" }, t("al.mentionsGone"));
}

function section(key) {
  const body = h("div", { class: "panel-body stack-s" });
  return { body, element: h("section", { class: "panel" }, h("header", { class: "panel-head" }, h("h2", {}, t(key))), body) };
}

function holder(incident) {
  if (incident.acknowledgement && incident.state === "acknowledged") return t("incident.until", { by: incident.acknowledgement.byName ?? incident.acknowledgement.by, time: hourOf(Date.parse(incident.acknowledgement.until), app.zone) });
  if (incident.resolution) return ` (${t(`al.reason.${wordOf(incident.resolution.reason)}`)}${incident.resolution.automatic ? "" : `, ${incident.resolution.byName ?? incident.resolution.by}`})`;
  return incident.mutes.length ? ` (${incident.mutes.map((mute) => t(`incident.mute.${wordOf(mute.kind)}`)).join(", ")})` : "";
}
