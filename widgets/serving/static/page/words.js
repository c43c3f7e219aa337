// Words on their way: what was typed and the kernel has not answered for. They are held in this page's memory and
// nowhere else, and wait there when nothing answers any more: for the same person and the same field.

import { button, part } from "./sheet.js";

const MOST = 200; // states of one field that are remembered on its way
const FILLED_BY_KERNEL = "[data-returned] input, [data-returned] textarea";
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

const before = new WeakMap(); // field -> what stood in it before the change that is coming
const touched = new Map(); // field -> what it held since the kernel answered last, the oldest first
let waiting = []; // words without a kernel: { person, field, path, seen, text }
let offered = []; // those of them that were handed to a new kernel, until it has answered
let isOn = null; // the person the page showed last
let note; // says that some of them wait for a place that is not open

const isWritable = (field) => field.matches?.("input, textarea") && !field.matches("[type=password]");
const isReturning = (field) => field.matches(FILLED_BY_KERNEL);

export const areOnTheirWay = () => touched.size > 0;
export const areWaiting = () => waiting.length > 0;

function remember({ target }) {
  if (isWritable(target) && !touched.has(target)) before.set(target, target.value);
}

export function typed(field) {
  if (!isWritable(field)) return;
  const seen = touched.get(field) ?? [before.get(field) ?? ""];
  // the first stays: it is what the kernel is known to have had
  touched.set(field, [...seen.slice(0, 1), ...seen.slice(1).slice(-MOST), field.value]);
}

// The kernel has everything.
export function arrived() {
  touched.clear();
  waiting = waiting.filter((word) => !offered.includes(word));
  offered = [];
}

function wordOf(field, seen) {
  return { person: isOn ?? "", field: field.id, path: field.closest("[data-path]")?.dataset.path ?? "", seen, text: field.value };
}

function onTheirWay() {
  const words = [...touched].filter(([field]) => !isReturning(field)).map(([field, seen]) => wordOf(field, seen));
  // a form that is kept only at the end: all of it was on its way
  const unkept = [...document.querySelectorAll("[data-unkept] :is(input, textarea)")].filter((field) => !touched.has(field));
  return [...words, ...unkept.filter((field) => field.value).map((field) => wordOf(field, ["", field.value]))];
}

// What can be read on the screen, to be copied.
export function unsaved() {
  return [...waiting, ...onTheirWay()].map((word) => word.text).filter((text) => text.trim());
}

// Takes what is on its way out of fields that are about to go.
export function holdOnTo() {
  const now = onTheirWay();
  const is = (one, other) => one.person === other.person && one.field === other.field;
  waiting = [...waiting.filter((word) => !now.some((one) => is(one, word))), ...now];
  offered = [];
  touched.clear();
}

function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Words of a plan go to its kernel, which knows what stands there by now.
function offer(person) {
  const field = document.querySelector(FILLED_BY_KERNEL);
  const words = waiting.filter((word) => word.person && word.person === person && word.path && !offered.includes(word));
  if (!field || !words.length) return;
  offered.push(...words);
  write(field, JSON.stringify({ person, words: words.map(({ path, seen, text }) => ({ path, seen, text })) }));
}

// Words of a form about somebody, which is in no plan, go back when the same form is open again.
function refill() {
  for (const word of waiting.filter((one) => !one.person && UUID.test(one.field) && !offered.includes(one))) {
    const field = document.getElementById(word.field);
    if (!field || !isWritable(field) || (field.value !== word.text && !word.seen.includes(field.value))) continue;
    offered.push(word);
    write(field, word.text);
  }
}

// Some wait for a place that is not open: another person's plan or a form about somebody, of which nothing is shown
// here; or a form that is about nobody yet, whose words can only be copied.
function sayWhatWaits() {
  const left = waiting.filter((word) => !offered.includes(word));
  if (note.dataset.count === `${left.length}/${isOn}`) return;
  note.dataset.count = `${left.length}/${isOn}`;
  const { elsewhere, showWords, letGo } = document.body.dataset;
  const free = left.filter((word) => word.person === isOn && !UUID.test(word.field));
  const shown = free.map((word) => part("blockquote", word.text));
  const words = shown.length ? [part("details", "", part("summary", showWords), ...shown)] : [];
  note.replaceChildren(...(left.length ? [part("p", elsewhere), ...words, button(letGo, () => (waiting = []) && sayWhatWaits())] : []));
}

export function watchWords() {
  note = part("div", "");
  note.id = "page-waiting";
  note.setAttribute("role", "status");
  document.body.append(note);
  document.addEventListener("beforeinput", remember, { capture: true });
  return () => {
    const pulse = document.querySelector("[data-pulse]");
    if (!pulse) return;
    isOn = pulse.dataset.place ?? "";
    if (waiting.length) {
      offer(isOn);
      refill();
    }
    if (waiting.length || note.firstChild) sayWhatWaits();
  };
}
