// Canaux: the ways to tell people. Secrets go in and never come out; a test says honestly what came of it.

import { h, put } from "../core/dom.js";
import { forget, post } from "../core/api.js";
import { duration, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { group, labelOf, select, wordOf } from "../parts/form.js";
import { timeTag } from "../parts/mention-card.js";
import { field, slug, workbench } from "../parts/workbench.js";

const WORDS = { fresh: "al.channels.new", lead: "al.channels.lead", none: "al.channels.none", hint: "al.channels.hint" };
const SEVERITIES = ["watch", "warning", "crisis"];

/** What each kind needs: settings, then secrets; those with * it cannot do without. */
const NEEDS = {
  page: [[], []],
  email: [["host*", "port", "from*", "to*", "user", "tls"], ["password"]],
  webhook: [["url*"], ["secret"]],
  slack: [[], ["url*"]],
  mattermost: [["channel", "username"], ["url*"]],
  teams: [[], ["url*"]],
  pagerduty: [["url"], ["routingKey*"]],
  alertmanager: [["url*"], ["token"]],
  alertmanager_webhook: [["url*"], ["token"]],
};

export const mount = (root) => workbench(root, { kind: "channels", words: WORDS, row, form, others: ["roles", "people"], before: alertTabs() });

/** How a channel has worked, as a dot and words. */
export function channelState({ enabled, state }) {
  const [cls, words] = !enabled
    ? ["waiting", [t("al.channels.off")]]
    : state.dead
      ? ["failing", [t("al.channels.dead"), " ", timeTag(Date.parse(state.lastFailedAt))]]
      : state.failingSince
        ? ["failing state-long", [t("al.channels.failing", { time: duration(Math.max(0, Date.now() - Date.parse(state.failingSince))), reason: state.lastError ?? t("al.channels.failed") })]]
        : state.lastDeliveredAt
          ? ["ok", [t("al.channels.delivered"), " ", timeTag(Date.parse(state.lastDeliveredAt))]]
          : ["waiting", [t("al.channels.unused")]];
  return h("span", { class: `state state-${cls}` }, h("span", { class: "state-dot", "aria-hidden": "true" }), words);
}

function row(channel, { roles, people }) {
  const by = [...roles, ...people].filter((one) => one.channels.includes(channel.id)).map(labelOf);
  return [
    h("p", { class: "row wrap xs" }, h("span", { class: "tag" }, t(`al.channel.${wordOf(channel.kind)}`)), h("span", { class: "muted" }, t("al.channels.from", { severity: t(`severity.${channel.from}`) })), h("span", { class: "grow" }), channelState(channel)),
    channel.state.waiting > 0 && h("p", { class: "note xs" }, tn("al.channels.waiting", channel.state.waiting, { n: number(channel.state.waiting) })),
    (channel.state.dead || channel.state.failingSince) && h("p", { class: "note bad xs" }, remedy(channel.state.lastCode ?? "", channel.state.lastError ?? "")),
    h("p", { class: "xs muted" }, by.length ? t("al.channels.usedBy", { names: by.join(", ") }) : t("al.channels.usedByNone")),
  ];
}

function form(channel, { roles, people }) {
  const name = h("input", { class: "input wide", value: channel?.name ?? "", required: true, maxlength: 120, autocomplete: "off" });
  const kind = select(Object.keys(NEEDS).map((one) => [one, t(`al.channel.${wordOf(one)}`)]), channel?.kind ?? "email", { disabled: Boolean(channel), onchange: () => needs() });
  const from = select(SEVERITIES.map((one) => [one, t(`severity.${one}`)]), channel?.from ?? "warning");
  const language = select([["fr", "Français"], ["en", "English"]], channel?.settings.language ?? "fr");
  const enabled = h("input", { type: "checkbox", checked: channel?.enabled ?? true });
  const place = h("div", { class: "stack" });
  let inputs = { settings: {}, secrets: {} };
  let dropped = new Set();

  function needs() {
    const [settings, secrets] = NEEDS[kind.value];
    inputs = { settings: {}, secrets: {} };
    dropped = new Set();
    put(place,
      h("p", { class: "faint xs" }, t(`al.channel.about.${wordOf(kind.value)}`)),
      settings.map((one) => setting(one.replace("*", ""), one.endsWith("*"))),
      secrets.map((one) => secret(one.replace("*", ""), one.endsWith("*"))));
  }

  function setting(key, needed) {
    const value = channel?.settings[key] ?? "";
    const control = key === "tls"
      ? select([["starttls", t("al.channel.tls.starttls")], ["implicit", t("al.channel.tls.implicit")], ["none", t("al.channel.tls.none")]], value || "starttls")
      : h("input", { class: "input wide", value, autocomplete: "off", spellcheck: "false", inputmode: key === "port" ? "numeric" : key === "url" ? "url" : null });
    inputs.settings[key] = control;
    return field([t(`al.channel.key.${key}`), needed ? " *" : ""], control, key === "url" && kind.value === "pagerduty" ? t("al.channel.hint.pagerdutyUrl") : null, `settings.${key}`);
  }

  function secret(key, needed) {
    const there = channel?.secretsSet.includes(key) ?? false;
    const control = h("input", { class: "input wide", type: "password", autocomplete: "new-password", spellcheck: "false", placeholder: there ? t("al.channel.kept") : "", oninput: () => dropped.delete(key) });
    const drop = there && !needed && h("label", { class: "check" }, h("input", { type: "checkbox", onchange: (event) => (event.target.checked ? dropped.add(key) : dropped.delete(key)) }), t("al.channel.drop"));
    inputs.secrets[key] = control;
    return [field([t(key === "url" ? "al.channel.key.secretUrl" : `al.channel.key.${key}`), needed ? " *" : ""], control, t(there ? "al.channel.hint.kept" : key === "secret" ? "al.channel.hint.secret" : "al.channel.hint.hidden"), `secrets.${key}`), drop];
  }

  needs();
  const used = channel ? [...roles, ...people].filter((one) => one.channels.includes(channel.id)).map(labelOf) : [];
  return {
    fields: [
      field(t("field.name"), name, null, "name"),
      h("div", { class: "row wrap fields" }, field(t("al.field.channelKind"), kind, channel ? t("al.channels.kindFixed") : null, "kind"), field(t("al.field.from"), from, null, "from"), field(t("al.field.language"), language, null, "settings.language")),
      h("label", { class: "check" }, enabled, t("al.channels.enabled")),
      group(t("al.channels.how"), place),
      used.length > 0 && h("p", { class: "faint xs" }, t("al.channels.usedBy", { names: used.join(", ") })),
    ],
    id: () => channel?.id ?? slug(name.value),
    body: () => ({
      name: name.value, kind: kind.value, from: from.value, enabled: enabled.checked,
      settings: { language: language.value, ...filled(inputs.settings) },
      secrets: { ...Object.fromEntries([...dropped].map((key) => [key, ""])), ...filled(inputs.secrets) },
    }),
    removable: channel?.origin === "edited" ? t("al.revert") : channel?.origin === "added" ? t("action.delete") : null,
    focus: () => name.focus({ preventScroll: Boolean(channel) }),
    aside: channel ? tester(channel) : h("p", { class: "faint xs" }, t("al.channels.testAfter")),
  };
}

const filled = (controls) => Object.fromEntries(Object.entries(controls).map(([key, control]) => [key, control.value.trim()]).filter(([, value]) => value));

function tester(channel) {
  const said = h("div", { role: "status", class: "channel-test" });
  const button = h("button", { type: "button", class: "button", onclick: send }, t("al.channels.test"));
  async function send() {
    button.disabled = true;
    put(said, h("p", { class: "row small" }, h("progress", { "aria-label": t("al.channels.testing") }), t("al.channels.testing")));
    try {
      const { delivered, detail, code, milliseconds } = await post(`channels/${channel.id}/test`, {});
      const spent = t("al.channels.spent", { n: number(milliseconds) });
      put(said, delivered
        ? h("p", { class: "small test-good" }, h("strong", {}, t("al.channels.testGood")), " ", t("al.channels.testLook"), " ", h("span", { class: "muted" }, spent))
        : [h("p", { class: "small test-bad" }, h("strong", {}, t("al.channels.testBad")), !told(code) && [" ", h("code", {}, detail)], " ", h("span", { class: "muted" }, spent)), h("p", { class: "small" }, remedy(code, detail))]);
    } catch (error) {
      put(said, h("p", { class: "field-fault", role: "alert" }, error.detail ?? String(error)));
    }
    button.disabled = false;
    forget();
  }
  return h("section", { class: "backtest stack-s", "aria-label": t("al.channels.test") }, h("p", { class: "row wrap" }, button, h("span", { class: "muted small" }, t("al.channels.testText"))), said);
}

/** Whether the words below say all of it. */
const told = (code) => ["guarded", "mail-guarded", "login", "setting", "gone"].includes(code.split(" ")[0]);

/** What to do about why a channel did not take a message. */
function remedy(code, detail) {
  const [kind, first] = code.split(" ");
  if (kind === "in-vain") return remedy(code.slice(8), detail);
  const status = kind === "status" ? Number(first) : 0;
  if (status === 401 || status === 403) return t("al.remedy.refused");
  if (status === 404 || status === 410) return t("al.remedy.gone");
  if (status === 429) return t("al.remedy.often");
  if (status >= 500) return t("al.remedy.theirs");
  if (status >= 400) return t("al.remedy.content");
  if (kind === "moved") return t("al.remedy.moved");
  if (kind === "guarded" || kind === "mail-guarded") return t("al.remedy.guard");
  if (kind === "no-answer") return t("al.remedy.silent");
  return t("al.remedy.other", { detail });
}
