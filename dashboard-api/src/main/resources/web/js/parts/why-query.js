// Why a mention matches a query, or the clause because of which it does not: a brand's, or the search of the page.

import { h, put } from "../core/dom.js";
import { post } from "../core/api.js";
import { app } from "../core/app.js";
import { lang, t } from "../core/i18n.js";
import { clauseTree } from "./clauses.js";

/** A choice of queries and, once one is chosen, its clauses with what the mention answers to each. */
export function whyQuery(mention) {
  const queries = [
    ...(app.view.filters.q ? [{ label: t("why.thisSearch"), query: app.view.filters.q }] : []),
    ...app.brands.map((brand) => ({ label: brand.name, query: brand.query })),
  ];
  if (!queries.length) return null;
  const answer = h("div", { class: "why-answer", role: "status" });
  const choice = h(
    "select",
    { class: "select", onchange: () => ask(queries[choice.value], mention, answer) },
    h("option", { value: "" }, t("why.choose")),
    queries.map((one, i) => h("option", { value: String(i) }, one.label)),
  );
  return h("div", { class: "stack-s why-query" }, h("label", { class: "field" }, t("why.query"), choice), answer);
}

async function ask(chosen, mention, answer) {
  if (!chosen) return void put(answer);
  try {
    const said = await post("query/explain", { query: chosen.query, mention: mention.id });
    const words = [...new Set(said.spans.map((span) => span.text))];
    put(
      answer,
      h("p", {}, h("strong", {}, t(said.matches ? "why.matches" : "why.matchesNot")), words.length > 0 && [" ", words.slice(0, 8).map((word, i) => [i ? ", " : "", h("mark", { class: "m-match" }, word)])]),
      said.failed && h("p", { class: "small" }, t("why.because"), " ", h("code", {}, said.failed.clause), " (", said.failed[lang()], ")"),
      clauseTree(said.tree),
    );
  } catch (error) {
    put(answer, h("p", { class: "field-fault" }, error.detail ?? String(error)));
  }
}
