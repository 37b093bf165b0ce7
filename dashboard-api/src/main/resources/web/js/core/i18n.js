// Words of the interface, one file per language; French is the first language and the one to fall back on.

import { prefs } from "./prefs.js";

let words = {};
let language = "fr";
let plural = new Intl.PluralRules("fr");

export async function loadWords(wanted) {
  language = wanted === "en" ? "en" : "fr";
  words = (await import(`/i18n/${language}.js`)).default;
  plural = new Intl.PluralRules(language);
  document.documentElement.lang = language;
  prefs.set("language", language);
}

export const lang = () => language;

/** The words of a key, {name} replaced by values.name. */
export function t(key, values) {
  const text = words[key];
  if (text === undefined) {
    console.error(`no words for ${key}`);
    return key;
  }
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : text;
}

/** Words that depend on a count: keys end in .one and .other; {n} is the count, formatted by the caller. */
export function tn(key, count, values) {
  const form = plural.select(count) === "one" ? "one" : "other";
  return t(`${key}.${form}`, { n: count, ...values });
}
