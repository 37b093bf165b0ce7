// Visits from a file: hand one over, see what was kept and what was refused, take days back.

import { h, put } from "../core/dom.js";
import { forget, remove, sendFile } from "../core/api.js";
import { app } from "../core/app.js";
import { day, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { panel } from "./panel.js";

/** Noon, which is the same day in nearly every time zone. */
const dayOf = (date) => day(Date.parse(`${date}T12:00:00Z`), "UTC", app.now);

/** @param changed called when visits came or went */
export function visitImport(id, load, changed) {
  const path = `brands/${encodeURIComponent(id)}/visits`;
  const said = h("div", { class: "small stack-s", role: "status" });
  const extent = h("p", { class: "small muted" });
  const file = h("input", { type: "file", class: "input", accept: ".csv,.tsv,.txt,text/csv", "aria-label": t("visits.file"), onchange: send });
  const first = h("input", { type: "date", class: "input", "aria-label": t("visits.first") });
  const last = h("input", { type: "date", class: "input", "aria-label": t("visits.last") });
  const drop = h("button", { type: "button", class: "button", onclick: take }, t("visits.delete"));
  const undo = h("details", { class: "small" }, h("summary", {}, t("visits.undo")), h("p", { class: "row wrap" }, first, last, drop));
  const it = panel({ title: t("visits.title"), about: "visits", skeleton: 2, load, draw });

  function draw(data, body) {
    const { imported } = data;
    put(extent, imported.rows ? t("visits.extent", { n: number(imported.visits), rows: number(imported.rows), first: dayOf(imported.first), last: dayOf(imported.last) }) : t("visits.none"));
    undo.hidden = imported.rows === 0;
    if (!first.value) first.value = imported.last ?? "";
    if (!last.value) last.value = imported.last ?? "";
    if (!file.isConnected) put(body, h("div", { class: "stack-s" }, extent, h("p", { class: "row wrap" }, file), h("p", { class: "faint xs" }, t("visits.columns")), said, undo));
  }

  async function send() {
    const chosen = file.files[0];
    if (!chosen) return;
    put(said, h("p", {}, t("visits.reading", { name: chosen.name })));
    try {
      const answer = await sendFile(path, chosen, "text/csv");
      put(
        said,
        h("p", {}, h("strong", {}, tn("visits.kept", answer.kept, { n: number(answer.kept), visits: number(answer.visits), days: tn("visits.days", answer.days, { n: number(answer.days) }) }))),
        h("p", { class: "faint" }, t("visits.taken"), " ", Object.entries(answer.columns).map(([name, header]) => `${t(`visits.column.${name}`)} = « ${header} »`).join(", ")),
        answer.notes.map((note) => h("p", { class: "faint" }, note)),
        answer.refusedRows > 0 && [h("p", {}, tn("visits.refused", answer.refusedRows, { n: number(answer.refusedRows) })), h("ul", { class: "refused" }, answer.refused.map((row) => h("li", {}, t("visits.line", { line: number(row.line) }), row.column ? `, ${row.column}` : "", " : ", row.detail)))],
      );
      forget();
      changed();
    } catch (error) {
      put(said, h("p", { class: "field-fault", role: "alert" }, error.detail ?? error.message));
    }
    file.value = "";
  }

  async function take() {
    try {
      const { days } = await remove(`${path}?${new URLSearchParams({ first: first.value, last: last.value })}`);
      put(said, h("p", {}, tn("visits.deleted", days, { n: number(days) })));
      forget();
      changed();
    } catch (error) {
      put(said, h("p", { class: "field-fault", role: "alert" }, error.detail ?? error.message));
    }
  }
  return it;
}
