// What to do, by whom and by when; and the texts that were approved beforehand.

import { h, put } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { timeTag } from "./mention-card.js";
import { labelIn } from "./form.js";

export function tasks(incident, act) {
  if (!incident.tasks.length) return null;
  const over = incident.state === "resolved";
  const done = incident.tasks.filter((task) => task.doneAt).length;
  const row = (task) => {
    const late = !task.doneAt && task.dueAt && Date.parse(task.dueAt) < Date.now() && !over;
    return h("li", { class: task.doneAt ? "done" : late ? "late" : "" },
      h("label", { class: "task" },
        h("input", { type: "checkbox", checked: Boolean(task.doneAt), disabled: over, onchange: (event) => act(`tasks/${encodeURIComponent(task.id)}`, { done: event.target.checked }) }),
        h("span", {}, task.text)),
      h("p", { class: "row wrap xs muted task-who" },
        h("span", { class: "tag" }, labelIn(incident.known.roles, task.role)),
        task.doneAt ? h("span", {}, t("al.room.doneBy", { by: task.doneByName ?? task.doneBy }), " ", timeTag(Date.parse(task.doneAt))) : task.dueAt && h("span", { class: late ? "tone-negative" : "" }, t(late ? "al.room.late" : "al.room.due"), " ", timeTag(Date.parse(task.dueAt))),
        task.signOff && (task.signedBy
          ? h("span", {}, t("incident.signedBy", { by: task.signedByName ?? task.signedBy }))
          : task.doneAt && !over
            ? h("button", { type: "button", class: "button small", onclick: () => act(`tasks/${encodeURIComponent(task.id)}/sign-off`) }, t("incident.signOff"))
            : h("span", {}, t("al.room.needsSign")))));
  };
  return [
    h("p", { class: "row wrap small" }, incident.playbook && h("a", { href: address({ ...noFilters(app.view), page: "playbooks", edit: incident.playbook.id }) }, incident.playbook.name), h("span", { class: "muted" }, t("al.room.progress", { done, all: incident.tasks.length })), h("progress", { max: String(incident.tasks.length), value: done, "aria-label": t("incident.tasks") })),
    h("ol", { class: "incident-tasks" }, incident.tasks.map(row)),
  ];
}

export function messages(incident) {
  const all = Object.entries(incident.messages);
  if (!all.length) return null;
  return h("details", {}, h("summary", { class: "small" }, t("incident.messages")), h("div", { class: "stack-s" }, all.map(([name, text]) => {
    const said = h("span", { class: "xs muted", role: "status" });
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(text);
        put(said, t("al.room.copied"));
      } catch {
        window.prompt(t("al.room.copy"), text);
      }
    };
    return h("blockquote", { class: "message-pack" }, h("p", { class: "row xs faint" }, name, h("span", { class: "grow" }), said, h("button", { type: "button", class: "quiet xs", onclick: copy }, t("al.room.copy"))), h("p", { class: "incident-message" }, text));
  })));
}
