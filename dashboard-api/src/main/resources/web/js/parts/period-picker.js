// The period: presets as links, a period of one's own, the comparison with the period before, and the time zone, said.

import { h, put } from "../core/dom.js";
import { app, go } from "../core/app.js";
import { day, hourOf, moment, zoneName } from "../core/format.js";
import { t } from "../core/i18n.js";
import { fromLocal, offsetAt, PRESETS } from "../core/period.js";
import { address, change } from "../core/view.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";

export function periodPicker() {
  const presets = h("div", { class: "segments" });
  const own = h("button", { type: "button", class: "segment", "aria-label": t("period.own") }, icon("calendar"));
  const surface = popover(own, form, { label: t("period.own"), cls: "pop-period" });
  const element = h("nav", { class: "period", "aria-label": t("period.title") }, presets, own, surface);

  function update() {
    const { period } = app.view;
    put(presets, PRESETS.map((preset) => h(
      "a",
      { class: "segment", href: address(change(app.view, { period: { preset } })), "aria-current": period.preset === preset ? "true" : null, title: t(`period.${preset}.long`) },
      t(`period.${preset}`),
    )));
    own.classList.toggle("on", !period.preset);
  }
  return { element, update };
}

/** "du … au …", with the zone: what the period is, in words. */
export function periodLine() {
  const { span, zone, view } = app;
  const now = view.period.at === undefined && view.period.preset && view.period.preset !== "all";
  if (span.from === null && span.to === null) return [t("period.all.long"), " · ", zoneName(zone)];
  const sameDay = span.from !== null && span.to !== null && day(span.from, zone) === day(span.to, zone);
  const from = span.from === null ? t("period.start") : moment(span.from, zone);
  const to = span.to === null || now ? t("period.now") : sameDay ? hourOf(span.to, zone) : moment(span.to, zone);
  return [t("period.fromTo", { from, to }), " · ", zoneName(zone)];
}

const wall = (instant) => new Date(instant + offsetAt(instant, app.zone)).toISOString().slice(0, 16);

function form(close) {
  const { span, zone } = app;
  const from = h("input", { type: "datetime-local", class: "input", value: span.from === null ? "" : wall(span.from), autofocus: true });
  const to = h("input", { type: "datetime-local", class: "input", value: wall(span.to ?? app.now) });
  const compare = h("input", { type: "checkbox", checked: app.view.compare });
  const fault = h("p", { class: "field-fault", role: "alert" });
  const read = (input) => (input.value ? fromLocal(Date.parse(`${input.value}:00Z`), zone) : undefined);
  const submit = (event) => {
    event.preventDefault();
    const [start, end] = [read(from), read(to)];
    if (start === undefined && end === undefined) return void (fault.textContent = t("period.needOne"));
    if (start !== undefined && end !== undefined && start >= end) return void (fault.textContent = t("period.order"));
    close();
    go(change(app.view, { period: { from: start, to: end } }));
  };
  return h(
    "form",
    { class: "stack-s period-form", onsubmit: submit },
    h("p", { class: "pop-title" }, t("period.own")),
    h("label", { class: "field" }, h("span", {}, t("period.from")), from),
    h("label", { class: "field" }, h("span", {}, t("period.to")), to),
    h("p", { class: "faint xs" }, t("period.zone", { zone: zoneName(zone) })),
    fault,
    h("button", { class: "button primary", type: "submit" }, t("period.apply")),
    h("hr"),
    h("label", { class: "check" }, Object.assign(compare, { onchange: () => (close(), go(change(app.view, { compare: compare.checked }))) }), t("period.compare")),
  );
}
