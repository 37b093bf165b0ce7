// Who would be told, step after step, as long as nobody acts.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { duration, moment } from "../core/format.js";
import { t } from "../core/i18n.js";
import { labelIn, minutesOf } from "./form.js";

/** @param plan of routes/test; @param known {roles, people, channels}; @param when Date it would fire */
export function planOf(plan, { roles, people, channels }, when) {
  const who = (id) => (id === "all" ? t("al.routing.everybody") : labelIn([...roles, ...people], id));
  let after = 0;
  const step = (one) => {
    after += minutesOf(one.after) ?? 0;
    return h("li", {},
      h("p", { class: "small" }, h("strong", {}, after === 0 ? t("al.routing.atOnce") : t("al.routing.afterTime", { time: duration(after * 60_000) })), " · ", one.roles.map(who).join(", ")),
      one.told.some((target) => target.recipient === "all") && !one.roles.includes("all") && h("p", { class: "note bad xs" }, t("al.routing.fallback")),
      one.told.length
        ? h("ul", { class: "small targets" }, one.told.map((target) => h("li", {}, `${who(target.recipient)} \u2192 ${labelIn(channels, target.channel)}`, late(target, when.getTime() + after * 60_000))))
        : h("p", { class: "note bad xs" }, t("al.routing.noWay")));
  };
  return [
    !plan.found && h("p", { class: "note small" }, t("al.routing.noBranch")),
    h("ol", { class: "plan-steps" }, plan.steps.map(step)),
    plan.repeat > 0 && h("p", { class: "small muted" }, t("al.routing.repeats", { n: plan.repeat })),
    h("p", { class: "faint xs" }, t("al.routing.pageAlways")),
  ];
}

/** Quiet hours: it waits for the morning. */
function late(target, due) {
  const from = Date.parse(target.notBefore);
  return from > due + 60_000 ? h("span", { class: "muted" }, " · ", t("al.routing.quietUntil", { time: moment(from, app.zone) })) : null;
}
