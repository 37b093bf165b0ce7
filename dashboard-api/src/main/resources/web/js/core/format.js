// Numbers, shares, times and addresses as people of each language write them.

import { lang, t } from "./i18n.js";

const NARROW = "\u202f";
const cache = new Map();

function made(kind, make) {
  const key = `${lang()} ${kind}`;
  let found = cache.get(key);
  if (!found) cache.set(key, (found = make(lang() === "fr" ? "fr-FR" : "en-CA")));
  return found;
}

/** French groups digits by a narrow no-break space and puts one before ; : ! ? %. */
function spaced(text) {
  return lang() === "fr" ? text.replace(/[\u00a0\u202f ]/g, NARROW) : text;
}

export function number(value, digits = 0) {
  const format = made(`n${digits}`, (l) => new Intl.NumberFormat(l, { maximumFractionDigits: digits }));
  return spaced(format.format(value)).replace("-", "\u2212");
}

/** 12 345 as 12,3 k where room is short. */
export function compact(value) {
  if (Math.abs(value) < 10_000) return number(value);
  const format = made("c", (l) => new Intl.NumberFormat(l, { notation: "compact", maximumFractionDigits: 1 }));
  return spaced(format.format(value));
}

/** A share in [0, 1]: 0,123 is "12 %", below a tenth "2,3 %". */
export function percent(share) {
  const digits = share !== 0 && Math.abs(share) < 0.0995 ? 1 : 0;
  const format = made(`s${digits}`, (l) => new Intl.NumberFormat(l, { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const text = spaced(format.format(share * 100)).replace("-", "\u2212");
  return lang() === "fr" ? `${text}${NARROW}%` : `${text}%`;
}

export function signed(value, digits = 0) {
  const text = number(Math.abs(value), digits);
  return value > 0 ? `+${text}` : value < 0 ? `\u2212${text}` : text;
}

/** Québec writes 8 h 30, France 8h30, English 08:30. */
function clock(hour, minute, zone) {
  if (lang() !== "fr") return `${hour}:${minute}`;
  const short = String(Number(hour));
  const space = zone?.startsWith("America/") ? NARROW : "";
  return `${short}${space}h${minute === "00" ? "" : space + minute}`;
}

function parts(instant, zone) {
  const format = made(`p${zone}`, (l) =>
    new Intl.DateTimeFormat(l, {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "short",
      day: "numeric",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    }),
  );
  const out = {};
  for (const part of format.formatToParts(instant)) out[part.type] = part.value;
  return out;
}

export function hourOf(instant, zone) {
  const p = parts(instant, zone);
  return clock(p.hour, p.minute, zone);
}

/** "22 nov." and, in another year than now, "22 nov. 2024". */
export function day(instant, zone, now = Date.now()) {
  const p = parts(instant, zone);
  const year = p.year === parts(now, zone).year ? "" : ` ${p.year}`;
  return lang() === "fr" ? `${p.day === "1" ? "1er" : p.day} ${p.month}${year}` : `${p.month} ${p.day}${year && ","}${year}`;
}

export function weekday(instant, zone) {
  return parts(instant, zone).weekday;
}

/** "dim. 22 nov., 8 h 30". */
export function moment(instant, zone) {
  return `${weekday(instant, zone)} ${day(instant, zone)}, ${hourOf(instant, zone)}`;
}

/** The whole of it, for a title: date, seconds, zone. */
export function exact(instant, zone) {
  return made(`x${zone}`, (l) =>
    new Intl.DateTimeFormat(l, { dateStyle: "full", timeStyle: "long", timeZone: zone }),
  ).format(instant);
}

export function zoneName(zone, instant = Date.now()) {
  const format = made(`z${zone}`, (l) => new Intl.DateTimeFormat(l, { timeZone: zone, timeZoneName: "longGeneric" }));
  const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? zone;
  const city = zone.split("/").pop().replaceAll("_", " ");
  return `${name} (${city})`;
}

/** "il y a 4 min"; older than a week the date says more. */
export function ago(instant, zone, now = Date.now()) {
  const seconds = Math.round((instant - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) return t("time.now");
  if (size > 6.5 * 86_400) return day(instant, zone, now);
  const format = made("r", (l) => new Intl.RelativeTimeFormat(l, { numeric: "always", style: "short" }));
  const [value, unit] = size < 3_300 ? [seconds / 60, "minute"] : size < 84_600 ? [seconds / 3_600, "hour"] : [seconds / 86_400, "day"];
  return spacedUnits(format.format(Math.round(value), unit));
}

const spacedUnits = (text) => text.replace(/(\d) /g, "$1\u00a0");

/** How long: "42 min", "3 h 10 min", "2 j". */
export function duration(ms) {
  if (ms < 90_000) return t("time.seconds", { n: number(Math.round(ms / 1_000)) });
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 60) return t("time.minutes", { n: number(minutes) });
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    return rest ? t("time.hoursMinutes", { h: number(Math.floor(minutes / 60)), m: rest }) : t("time.hours", { n: number(minutes / 60) });
  }
  return t("time.days", { n: number(Math.round(minutes / 1_440)) });
}

const languages = new Map();
export function languageName(code) {
  const key = `${lang()} ${code}`;
  if (!languages.has(key)) {
    let name = code;
    try {
      name = new Intl.DisplayNames(lang() === "fr" ? "fr-CA" : "en", { type: "language" }).of(code) ?? code;
    } catch {
      // Not a language code: shown as it is.
    }
    languages.set(key, code === "und" ? t("language.unknown") : name);
  }
  return languages.get(key);
}

export function collator() {
  return made("collate", (l) => new Intl.Collator(l));
}
