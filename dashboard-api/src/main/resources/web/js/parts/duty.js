// Who holds each role now and next; and the two pages where that is set.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { moment } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { panel } from "./panel.js";

const SHOWN = 4;

/** Roles and the people who take turns at them. */
export function dutyTabs() {
  const view = { ...noFilters(app.view), brand: null };
  const one = (page, words) => h("a", { class: "segment", href: address({ ...view, page }), "aria-current": app.view.page === page ? "true" : null }, t(words));
  return h("p", { class: "segments inline duty-tabs" }, one("oncall", "al.oncall.roles"), one("people", "al.oncall.people"));
}

/** The roles as cards: the person, until when, and who comes after. */
export function dutyNow() {
  return panel({ title: t("al.oncall.now"), cls: "duty-now", skeleton: 3, load: (signal) => get("on-call", null, signal), draw: ({ roles }, body) => put(body, roles.length ? h("ul", { class: "duties" }, roles.map(card)) : h("p", { class: "muted" }, t("al.oncall.none"))) });
}

function card(role) {
  const turn = (one) => h("li", {}, h("span", { class: "cut" }, one.personName), h("span", { class: "muted" }, moment(Date.parse(one.from), app.zone)));
  return h("li", { class: "duty" },
    h("p", { class: "row" }, h("strong", {}, role.name), h("span", { class: "tag xs" }, t(`al.audience.${role.audience}`))),
    role.person
      ? [h("p", { class: "duty-person" }, role.personName), h("p", { class: "small muted" }, t("al.oncall.until", { time: moment(Date.parse(role.until), app.zone) }))]
      : h("p", { class: "duty-person muted" }, t("al.oncall.nobody")),
    role.channels.length === 0 && h("p", { class: "note bad xs" }, t("al.oncall.unreachable")),
    role.turns?.length > 0 && h("details", {}, h("summary", { class: "small" }, t("al.oncall.next", { name: role.turns[0].personName })), h("ol", { class: "turns small" }, role.turns.slice(0, SHOWN).map(turn))));
}
