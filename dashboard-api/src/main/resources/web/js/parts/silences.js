// What goes on and tells nobody: who silenced it or what explains it, until when, and the way to let it speak.

import { h, put } from "../core/dom.js";
import { forget, remove } from "../core/api.js";
import { app, brandName } from "../core/app.js";
import { moment } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { wordOf } from "./form.js";

export function silences(incidents) {
  const muted = incidents.filter((incident) => incident.mutes.length);
  if (!muted.length) return h("p", { class: "muted small" }, t("al.silences.none"));
  return h("ul", { class: "silences" }, muted.map(line));
}

function line(incident) {
  const said = h("span", { class: "small", role: "status" });
  const speak = async (event) => {
    const item = event.currentTarget.closest("li");
    try {
      await remove(`incidents/${encodeURIComponent(incident.id)}/silence`);
      forget();
      item.remove();
    } catch (error) {
      put(said, h("span", { class: "field-fault" }, error.detail ?? String(error)));
    }
  };
  const why = incident.mutes.map((mute) => [t(`incident.mute.${wordOf(mute.kind)}`), ` (${mute.byName ?? mute.by})`, mute.until ? ` ${t("al.silences.until", { time: moment(Date.parse(mute.until), app.zone) })}` : ""].join(""));
  return h("li", { class: "row wrap" },
    h("a", { href: address({ ...noFilters(app.view), page: "incident", incident: incident.id }) }, h("strong", {}, brandName(incident.brand))),
    h("span", { class: "small muted" }, why.join(" · ")), h("span", { class: "grow" }),
    incident.mutes.some((mute) => mute.kind === "silenced") && h("button", { type: "button", class: "button small", onclick: speak }, t("al.silences.end")), said);
}
