// Liens: who links to a brand's sites, since when, which links are new or lost, and who came by them.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app, brandOf } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, change, noFilters, parameters } from "../core/view.js";
import { linkFigures } from "../parts/link-figures.js";
import { backlinkList, domainTable, pageTable } from "../parts/link-tables.js";
import { checkLine } from "../parts/link-check.js";
import { visitImport } from "../parts/visits.js";
import { emptyBox, panel } from "../parts/panel.js";

const ROWS = 50;

export function mount(root) {
  const id = app.view.brand;
  const brand = brandOf(id);
  if (!brand) {
    put(root, h("header", { class: "page-head" }, h("h1", {}, id)), emptyBox(t("brand.unknown", { id }), h("a", { class: "button", href: "/" }, t("missing.home"))));
    return { update() {} };
  }
  const load = (signal) => get(`brands/${encodeURIComponent(id)}/links`, asked(), signal);
  const again = () => parts.forEach((part) => part.refresh());
  const scopes = h("div", { class: "segments inline", role: "group", "aria-label": t("links.scope") });
  const check = checkLine(id, again);
  const figures = linkFigures(load, check.show);
  const table = (name, draw, about) => panel({ title: t(`links.${name}`), about, cls: "link-table", tools: download(id, name), skeleton: 6, main: name === "domains", load, draw });
  const domains = table("domains", domainTable);
  const pages = table("pages", pageTable);
  const fresh = panel({ title: t("links.fresh"), about: "newLinks", tools: download(id, "backlinks"), skeleton: 4, load, draw: (data, body) => backlinkList("fresh", data, body) });
  const lost = panel({ title: t("links.lost"), about: "lostLinks", skeleton: 2, load, draw: (data, body) => backlinkList("lost", data, body) });
  const visits = visitImport(id, load, again);
  const webmention = h("section", { class: "panel" }, h("header", { class: "panel-head" }, h("h2", {}, t("links.webmention"))), h("div", { class: "panel-body stack-s small" }, h("p", {}, t("links.webmentionText")), h("pre", { class: "code-block" }, h("code", {}, `Link: <${window.location.origin}/webmention>; rel="webmention"`))));
  const parts = [figures, domains, pages, fresh, lost, visits];
  const noSites = brand.sites.length === 0;
  put(
    root,
    h(
      "header",
      { class: "page-head" },
      h("p", { class: "small" }, h("a", { href: address({ ...change(app.view, {}), page: "brand", scope: null }) }, "← ", brand.name)),
      h("h1", {}, t("links.title", { name: brand.name })),
      h("p", { class: "lead" }, t("links.lead")),
      h("p", { class: "muted small query" }, noSites ? t("links.noSites") : [t("links.sites"), " ", brand.sites.map((site) => h("code", {}, site))].flatMap((one, i) => (i > 2 ? [" ", one] : [one])), " ", h("a", { href: address({ ...noFilters(app.view), page: "brands", brand: null, scope: null, edit: id }) }, t("brand.edit"))),
    ),
    h("p", { class: "row wrap small muted unit-line" }, t("links.scope"), scopes),
    figures.element,
    check.element,
    h("div", { class: "stack" }, domains.element, pages.element, h("div", { class: "link-pair" }, fresh.element, lost.element), visits.element, webmention),
  );

  return {
    update() {
      const scope = effectiveScope(brand);
      put(scopes, ["sites", "all"].map((one) => (one === "sites" && noSites ? null : h("a", { class: "segment", href: address(change(app.view, { scope: one === "all" && !noSites ? "all" : null })), "aria-current": scope === one ? "true" : null }, t(`links.scope.${one}`)))));
      check.element.hidden = noSites;
      again();
      root.querySelectorAll("a[data-table]").forEach((link) => (link.href = csvAddress(id, link.dataset.table)));
    },
    arrive() {},
    close: () => (parts.forEach((part) => part.close()), check.close()),
  };
}

const effectiveScope = (brand) => (app.view.scope === "all" || brand.sites.length === 0 ? "all" : "sites");

function asked() {
  const query = parameters(app.view, app.span);
  if (app.view.scope === "all") query.set("scope", "all");
  query.set("limit", ROWS);
  return query;
}

function csvAddress(id, table) {
  const query = parameters(app.view, app.span);
  if (app.view.scope === "all") query.set("scope", "all");
  query.set("table", table);
  query.set("separator", "semicolon");
  return `/api/v1/brands/${encodeURIComponent(id)}/links.csv?${query}`;
}

function download(id, table) {
  return h("a", { class: "quiet small", href: csvAddress(id, table), download: "", data: { table } }, "CSV");
}
