// Back to the same line after a reload or a lock: the topic that was open, the card in it, and the field. Each tab keeps
// its own, as ids and never as words. It presses what somebody would press, and stops as soon as somebody does.

import { startsAfresh } from "./afresh.js";

const LINE = "planner-line";
const PATIENCE = 15000; // milliseconds; a page takes one or two seconds

let wanted = null; // what is still to be opened again
let since = 0; // when the page was drawn
let pressed = null; // what was pressed for it last

const person = () => document.querySelector("[data-pulse]")?.dataset.place;

function remember({ target }) {
  const topic = target.closest("[data-topic]")?.dataset.topic;
  if (wanted || !topic || !person()) return;
  const card = target.closest("[data-item]")?.dataset.item ?? "";
  sessionStorage.setItem(LINE, JSON.stringify({ person: person(), topic, card, field: target.id }));
}

function press(element) {
  if (element && element !== pressed) element.click();
  pressed = element;
}

function named(attribute, id) {
  return document.querySelector(`[${attribute}="${CSS.escape(id)}"]`);
}

function goOn() {
  if (!wanted || person() === undefined) return;
  if (person() !== wanted.person || performance.now() - since > PATIENCE) {
    wanted = null;
    return;
  }
  const topic = named("data-topic", wanted.topic);
  if (!topic) return;
  if (topic.matches(".rp-leaf-left")) wanted = null; // it was answered with "not today"; opening it would take that back
  else if (!topic.matches(".rp-leaf-open")) press(topic.querySelector("button"));
  else arrive(topic);
}

function arrive(topic) {
  const card = wanted.card && topic.querySelector(`[data-item="${CSS.escape(wanted.card)}"]`);
  if (card && card.matches(".rp-folded")) {
    press(card.querySelector(".rp-folded-ways button"));
    return;
  }
  const { field } = wanted;
  wanted = null;
  // after what was opened has taken the focus
  requestAnimationFrame(() => requestAnimationFrame(() => field && document.getElementById(field)?.focus()));
}

function comeBack() {
  wanted = JSON.parse(sessionStorage.getItem(LINE));
  since = performance.now();
}

export function watchLine() {
  comeBack();
  since = 0;
  startsAfresh(comeBack);
  document.addEventListener("focusin", remember);
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => (wanted = null), { capture: true });
  return goOn;
}
