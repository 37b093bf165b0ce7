// Calendrier: what is planned and will be talked about, so that its peaks page nobody; and what is silent just now.

import { h, put } from "../core/dom.js";
import { forget, get, sendFile } from "../core/api.js";
import { app, brandName } from "../core/app.js";
import { moment, number } from "../core/format.js";
import { fromLocal, offsetAt } from "../core/period.js";
import { t, tn } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { checks, group } from "../parts/form.js";
import { panel } from "../parts/panel.js";
import { silences } from "../parts/silences.js";
import { field, slug, workbench } from "../parts/workbench.js";

const WORDS = { fresh: "al.campaigns.new", lead: "al.campaigns.lead", none: "al.campaigns.none", hint: "al.campaigns.hint" };

export function mount(root) {
  const quiet = panel({ title: t("al.campaigns.silences"), skeleton: 2, load: (signal) => get("incidents", new URLSearchParams({ state: "open", limit: 200 }), signal), draw: ({ incidents }, body) => put(body, silences(incidents)) });
  const bench = workbench(root, { kind: "campaigns", words: WORDS, row, form, before: alertTabs(), between: importer(() => (forget(), bench.update("live"))) });
  root.append(quiet.element);
  quiet.element.classList.add("after-bench");
  return { ...bench, update: (why) => (quiet.refresh(), bench.update(why)), close: () => (quiet.close(), bench.close()) };
}

function row(campaign) {
  const [from, to] = [Date.parse(campaign.from), Date.parse(campaign.to)];
  const now = Date.now();
  const state = now < from ? "coming" : now < to ? "running" : "over";
  return [
    h("p", { class: "xs muted" }, moment(from, app.zone), " \u2192 ", moment(to, app.zone)),
    h("p", { class: "row wrap xs" }, h("span", { class: `tag${state === "running" ? " tag-on" : ""}` }, t(`al.campaigns.${state}`)), h("span", { class: "muted" }, campaign.brands.length ? campaign.brands.map(brandName).join(", ") : t("al.campaigns.all"))),
  ];
}

/** An instant as the local time of the pages' zone, for a control; and back. */
const local = (instant) => new Date(instant + offsetAt(instant, app.zone)).toISOString().slice(0, 16);
const instant = (text) => (text ? new Date(fromLocal(Date.parse(`${text}Z`), app.zone)).toISOString() : null);

function form(campaign) {
  const soon = Math.ceil(Date.now() / 3_600_000) * 3_600_000;
  const name = h("input", { class: "input wide", value: campaign?.name ?? "", required: true, maxlength: 200, autocomplete: "off" });
  const time = (value) => h("input", { class: "input", type: "datetime-local", value: local(value) });
  const from = time(campaign ? Date.parse(campaign.from) : soon);
  const to = time(campaign ? Date.parse(campaign.to) : soon + 86_400_000);
  const brands = checks(app.brands.map((brand) => [brand.id, brand.name]), campaign?.brands ?? [], { none: t("al.noBrands") });
  return {
    fields: [
      field(t("field.name"), name, null, "name"),
      h("div", { class: "row wrap fields" }, field(t("al.field.from2"), from, app.zone, "from"), field(t("al.field.to2"), to, app.zone, "to")),
      group(t("al.field.brands"), brands.element, { hint: t("al.campaigns.brandsHint"), name: "brands" }),
      h("p", { class: "note small" }, t("al.campaigns.anger")),
    ],
    id: () => campaign?.id ?? slug(`${name.value}-${from.value.slice(0, 10)}`),
    body: () => ({ name: name.value, from: instant(from.value), to: instant(to.value), brands: brands.value() }),
    removable: t("action.delete"),
    focus: () => name.focus({ preventScroll: Boolean(campaign) }),
  };
}

/** A calendar file read in one go. */
function importer(done) {
  const said = h("span", { class: "small", role: "status" });
  const file = h("input", { type: "file", class: "aloud", accept: ".ics,.csv,text/calendar,text/csv", id: "calendar-file", onchange: send });
  async function send() {
    const [chosen] = file.files;
    if (!chosen) return;
    put(said, t("al.campaigns.importing"));
    try {
      const type = chosen.name.toLowerCase().endsWith(".csv") ? "text/csv" : "text/calendar";
      const { imported } = await sendFile("campaigns/import", await chosen.text(), type);
      put(said, tn("al.campaigns.imported", imported, { n: number(imported) }));
      done();
    } catch (error) {
      put(said, h("span", { class: "field-fault" }, error.detail ?? String(error)));
    }
    file.value = "";
  }
  return h("p", { class: "row wrap importer" }, file, h("label", { class: "button", for: "calendar-file" }, t("al.campaigns.import")), h("span", { class: "faint xs" }, t("al.campaigns.importHint")), said);
}
