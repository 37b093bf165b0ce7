// The words for a value of a filter: a source's name with its kind, a language's name, a host and path.

import { h } from "../core/dom.js";
import { brandName } from "../core/app.js";
import { languageName } from "../core/format.js";
import { t } from "../core/i18n.js";

const KINDS = ["rss", "mastodon", "bluesky", "webhook", "import", "reddit", "youtube", "lemmy", "mail"];

export const KINDS_OF_REMARK = ["question", "complaint", "praise", "suggestion", "insult", "rumour", "irony", "press", "spam", "job", "sponsored", "promotion"];
const FLAGS = ["sexist", "racist", "insult", "threat", "defamation_candidate"];
const ASPECTS = ["price", "billing", "service", "staff", "delay", "quality", "app", "safety", "choice", "place"];
const TONES = ["negative", "neutral", "positive", "unknown"];

export const kindName = (kind) => (KINDS.includes(kind) ? t(`kind.${kind}`) : kind);

/** {full: text, nodes: what to show} */
export function valueLabel(filter, value) {
  switch (filter) {
    case "brand":
      return plain(brandName(value));
    case "tone":
      return plain(t(`tone.${value}`));
    case "type":
      return plain(t(`type.${value}`));
    case "lang":
      return plain(languageName(value));
    case "source": {
      const at = value.indexOf(":");
      if (at < 0) return plain(kindName(value));
      const [kind, name] = [value.slice(0, at), value.slice(at + 1)];
      if (name.toLowerCase() === kind) return plain(kindName(kind));
      return { full: `${name} (${kindName(kind)})`, nodes: [name, " ", h("span", { class: "faint xs" }, kindName(kind))] };
    }
    case "hashtag":
      return plain(`#${value}`);
    case "link":
      return plain(value.replace(/^https?:\/\/(www\.)?/, ""));
    case "author":
      return plain(/\s/.test(value) ? value : `@${value}`);
    case "kind":
      return plain(KINDS_OF_REMARK.includes(value) ? t(`remark.${value}`) : value);
    case "flag": {
      const [flag] = value.split("_");
      return plain(FLAGS.includes(value) ? t(`flag.${flag}`) : value);
    }
    case "aspect": {
      const [name, tone] = value.split(":");
      const word = ASPECTS.includes(name) ? t(`aspect.${name}`) : name;
      if (!TONES.includes(tone)) return plain(word);
      return { full: `${word} (${t(`tone.${tone}`)})`, nodes: [word, " ", h("span", { class: `xs tone-${tone}` }, t(`tone.${tone}`))] };
    }
    default:
      return plain(value);
  }
}

const plain = (text) => ({ full: text, nodes: [text] });
