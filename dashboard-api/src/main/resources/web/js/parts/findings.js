// What a mention is and what it speaks about, as chips: kinds of remark, a moderator's flags, aspects with their tone. Each
// narrows the page to its like; the words that decided are on hover.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, toggled } from "../core/view.js";
import { valueLabel } from "./values.js";

export function findingChips(mention) {
  const { kinds = [], flags = [], aspects = [] } = mention.analysis ?? {};
  return [
    ...flags.map((flag) => chip("flag", flag.name, "tag tag-flag", words(mention, flag))),
    ...kinds.map((kind) => chip("kind", kind.name, "tag", kind.rule === "corrected" ? t("rule.corrected") : words(mention, kind))),
    ...aspects.map((aspect) => chip("aspect", `${aspect.name}:${aspect.tone}`, `tag tag-${aspect.tone}`, words(mention, aspect))),
  ];
}

function chip(filter, value, cls, title) {
  const label = valueLabel(filter, value);
  return h("a", { class: cls, href: address(toggled(app.view, filter, value)), title: title ? `${label.full} : ${title}` : label.full }, label.full);
}

function words(mention, finding) {
  const said = (finding.evidence ?? []).slice(0, 4).map((part) => `« ${(mention[part.field] ?? "").slice(part.start, part.end)} »`);
  return [...new Set(said)].join(", ");
}
