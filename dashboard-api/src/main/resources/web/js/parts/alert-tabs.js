// The pages of Alertes, side by side: what happens, what is watched for, who is told and how, what to do.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";

const TABS = ["alerts", "rules", "oncall", "channels", "routing", "playbooks", "campaigns", "drill"];
const UNDER = { people: "oncall", incident: "alerts" };

/** A row that scrolls sideways where it does not fit, the present page in sight. */
export function alertTabs() {
  const here = UNDER[app.view.page] ?? app.view.page;
  const view = { ...noFilters(app.view), brand: null, period: { preset: "24h" } };
  const tab = (page) => h("a", { class: "subtab", href: address({ ...view, page }), "aria-current": page === here ? "page" : null }, t(`al.tab.${page}`));
  const element = h("nav", { class: "subtabs", "aria-label": t("al.tabs") }, TABS.map(tab));
  requestAnimationFrame(() => {
    const now = element.querySelector("[aria-current]");
    if (now) element.scrollLeft = now.offsetLeft - (element.clientWidth - now.offsetWidth) / 2;
  });
  return element;
}
