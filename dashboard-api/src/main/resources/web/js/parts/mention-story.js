// Why a mention stands in its story, and the way there.

import { h } from "../core/dom.js";
import { percent } from "../core/format.js";
import { t } from "../core/i18n.js";
import { storyAddress } from "./story-words.js";

export function whyStory(mention) {
  const story = mention.analysis?.story;
  if (!story) return null;
  const reasons = (story.reasons ?? []).map((reason) => t(`story.reason.${reason}`));
  const share = percent(story.similarity);
  const how = { first: t("story.why.first"), copy: t("story.why.copy", { share }), event: t("story.why.event", { share }) }[story.relation];
  return h(
    "section",
    { class: "why" },
    h("h3", {}, t("page.story")),
    h("p", { class: "small" }, how, reasons.length > 0 && ` ${reasons.join(", ")}.`),
    h("p", { class: "small" }, h("a", { href: storyAddress(story.id) }, t("story.open"))),
  );
}
