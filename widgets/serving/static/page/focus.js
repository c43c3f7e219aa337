// The focus goes where the hand is needed, and is never lost.

import { startsAfresh } from "./afresh.js";

const WRITABLE = "input:not([type=hidden]), textarea, select";
const FOCUSABLE = `${WRITABLE}, button, a[href], summary, [tabindex]`;

const PLACE = "place/";

let known = null; // the tokens in the document; null until the page is there, which takes no focus
let trail = []; // where the focus was: each ancestor with the place of the branch that held it

function candidates(element, selector) {
  return [...element.querySelectorAll(selector)].filter(
    (one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility(),
  );
}

// What was just added may come with a first word: the hand goes on where nothing stands yet.
function firstToWrite(element) {
  const all = candidates(element, WRITABLE);
  return ("new" in element.dataset && all.find((one) => !one.value)) || all[0];
}

// A form that begins with a choice begins there, and not at the first line to write on.
function firstChoice(element) {
  const field = element.querySelector("[data-field]");
  return field && !candidates(field, WRITABLE).length && !field.matches("button") ? candidates(field, FOCUSABLE)[0] : undefined;
}

function takeFocus(element) {
  const inside = () => firstChoice(element) ?? firstToWrite(element) ?? candidates(element, FOCUSABLE)[0];
  const target = element.matches(FOCUSABLE) ? element : inside();
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center", behavior: "instant" });
}

function lookForTokens() {
  const marked = [...document.querySelectorAll("[data-focus]")];
  const all = known ? marked.filter((element) => !known.has(element.dataset.focus)) : [];
  // who went to one place of the plan is led to the innermost that stands for it; the page around it comes after
  const fresh = all.findLast((element) => element.dataset.focus.startsWith(PLACE)) ?? all[0];
  if (known || document.querySelector("[data-pulse]")) known = new Set(marked.map((element) => element.dataset.focus));
  // what was just put into the document is laid out first
  if (fresh) requestAnimationFrame(() => fresh.isConnected && takeFocus(fresh));
}

function remember(event) {
  // wholly in sight, and clear of what sticks: a browser is content with an edge of it
  if (event.target.matches(":focus-visible")) event.target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  trail = [];
  for (let element = event.target; element.parentElement; element = element.parentElement) {
    trail.push({ parent: element.parentElement, place: [...element.parentElement.children].indexOf(element) });
  }
}

// When what had the focus leaves the document, the browser drops the focus to the top of the page. It goes to what
// now stands in its place instead.
function keep() {
  if (document.activeElement !== document.body || !trail.length) return;
  const target = trail.filter(({ parent }) => parent.isConnected).flatMap(nearest)[0];
  trail = [];
  target?.focus({ preventScroll: true });
}

// What can be focused around the place of a branch: in what stands there now, before it, then anywhere beside it.
function nearest({ parent, place }) {
  const near = [parent.children[place], parent.children[place - 1], parent].filter(Boolean);
  return near.flatMap((element) => (element.matches(FOCUSABLE) ? [element] : candidates(element, FOCUSABLE)));
}

export function watchFocus() {
  startsAfresh(() => ([known, trail] = [null, []]));
  document.addEventListener("focusin", remember);
  // a click on the paper itself puts the focus down on purpose
  document.addEventListener("pointerdown", (event) => event.target.closest(FOCUSABLE) ?? (trail = []), { capture: true });
  return () => {
    lookForTokens();
    requestAnimationFrame(keep);
  };
}
