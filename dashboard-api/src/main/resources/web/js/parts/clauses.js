// A query in words, part by part; with a mention, whether each part holds.

import { h } from "../core/dom.js";
import { lang, t } from "../core/i18n.js";

/** @param node {fr, en, clause, holds?, parts?} as the API tells it */
export function clauseTree(node) {
  return h("ul", { class: "clauses small" }, clause(node));
}

function clause(node) {
  const judged = node.holds !== undefined;
  return h(
    "li",
    { class: judged ? (node.holds ? "holds" : "fails") : "" },
    judged && h("span", { class: "clause-sign", role: "img", "aria-label": t(node.holds ? "why.holds" : "why.fails") }, node.holds ? "✓" : "✗"),
    h("span", { lang: lang() }, node[lang()] ?? node.clause),
    node.parts?.length > 0 && h("ul", {}, node.parts.map(clause)),
  );
}
