// Is the kernel there, and has it handled everything that was typed?
//
// The page pings and the kernel answers by changing the number in `data-pulse`. Messages are handled in order, so an
// answer also covers what was typed before its ping. A ping also says that the hand rests: what a page shows beside the
// word being typed is drawn anew then. One thing can be late: while a widget waits for its own echo, it
// holds its newest text back until the echo is there. So it takes two answers in a row, both asked for after the last
// change, before the page calls it saved.

import { isLocking, watchLock } from "./lock.js";
import * as lost from "./lost.js";
import { startsAfresh } from "./afresh.js";
import { isLeaving, kernelState, rememberPlace } from "./server.js";
import * as words from "./words.js";

const EVERY = 5000; // a ping at rest, in milliseconds
const AFTER_TYPING = 300; // the pause in which a hand rests
const ASK_SERVER_AFTER = 1000;
const AGAIN_AFTER = 10000;
const LOST_AFTER = 15000;
const PROOFS = 2;
const LOST = "#page-lost";
const PRESSABLE = "button, a, input, select, textarea, summary, label, [role]";

const now = () => performance.now();
const pulse = () => document.querySelector("[data-pulse]");

let beat = null; // the last number the kernel gave
let asked = null; // since when an answer is outstanding; null when none is
let sent = 0; // when the last ping went
let counts = false; // whether its answer will cover the last change
let stale = 0; // answers to earlier pings that may still come, and prove nothing
let proofs = PROOFS; // answers in a row that do
let active = false; // whether the person did anything since the last ping
let burst = 0; // the timer that ends a burst of typing
let ticked = now();
let checking = false;
let reachable = true; // whether the server answered when it was asked last
let held = []; // what was pressed while words were on their way
const written = new WeakMap(); // the elements that show what is saved, with what was written into each

function send() {
  pulse()?.dispatchEvent(new CustomEvent(active ? "ping-active" : "ping"));
  sent = now();
  active = false;
}

function ping() {
  if (asked !== null || isLeaving() || !pulse()) return;
  asked = now();
  counts = true;
  send();
}

// A ping can be lost, when the element it went to is drawn anew just then.
function pingAgain() {
  stale += 1;
  send();
}

function answered() {
  if (stale > 0) stale -= 1;
  else if (asked !== null && counts && proofs < PROOFS) proofs += 1;
  asked = null;
  if (proofs === PROOFS) words.arrived();
  if (!words.areOnTheirWay()) letGo();
  reachable = true;
  lost.found();
  showSaveState();
  if (proofs < PROOFS && !burst) ping();
}

// Something may have to be saved now: say so at once, and ask when the burst is over.
function changed({ type, target }) {
  if (!pulse() || target.closest(LOST)) return;
  if (type === "click" && !target.closest(PRESSABLE)) return;
  if (type === "input") words.typed(target);
  proofs = 0;
  counts = false;
  showSaveState();
  clearTimeout(burst);
  burst = setTimeout(endBurst, type === "input" ? AFTER_TYPING : 0);
}

// A press must not overtake the words typed before it: a field holds its newest text back until the kernel has
// answered for the text before, and what the press does may take the field away. So it waits until they have arrived.
function holdBack(event) {
  if (!words.areOnTheirWay() || !pulse() || event.target.closest(LOST) || !event.target.closest(PRESSABLE)) return;
  if (event.target.closest("input, textarea, summary, [data-cover], [data-toggle]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push(event.target);
  clearTimeout(burst);
  endBurst();
}

function letGo() {
  const pressed = held;
  held = [];
  for (const element of pressed) if (element.isConnected) element.click();
}

function endBurst() {
  burst = 0;
  ping();
}

// What is true about saving stands in attributes. A browser that translates a page takes the text out of the hands of
// who wrote it, and it would stay as it was for ever: so it is written anew when it has changed.
function showSaveState() {
  const waits = proofs < PROOFS;
  for (const element of document.querySelectorAll("[data-save-state]")) {
    element.toggleAttribute("data-waiting", waits);
    element.toggleAttribute("data-unreachable", waits && !reachable);
    const { says } = element.dataset;
    if (says === undefined || written.get(element) === says) continue;
    written.set(element, says);
    const place = element.firstElementChild;
    if (place.textContent !== says) place.textContent = says;
  }
}

async function tick() {
  const slept = now() - ticked > 2 * EVERY;
  ticked = now();
  // after a sleep it may have locked meanwhile: asked at once
  if ((asked === null && !slept && !lost.isLost()) || isLeaving() || isLocking() || checking) return;
  if (slept && asked !== null) asked = now(); // a laptop that was closed: the answer may be on its way only now
  if (asked !== null && !slept && now() - asked < ASK_SERVER_AFTER) return;
  checking = true;
  const kernel = await kernelState();
  checking = false;
  if (isLeaving() || isLocking() || (asked === null && kernel !== "locked" && !lost.isLost())) return;
  const anew = !reachable || lost.isLost();
  reachable = kernel !== "unreachable";
  showSaveState();
  if (kernel === "alive" && asked !== null && now() - sent > AGAIN_AFTER) pingAgain();
  if (kernel === "locked") lost.locked(anew);
  else if (kernel === "gone" || lost.isLost() || (asked !== null && now() - asked > LOST_AFTER)) showLost(kernel);
}

function showLost(kernel) {
  held = [];
  lost.show(kernel);
}

// A new kernel is about to draw the page: nothing is known about it yet.
function startAfresh() {
  clearTimeout(burst);
  [beat, asked, burst, stale, held] = [null, null, 0, 0, []];
  [proofs, reachable, active] = [PROOFS, true, true];
}

// Voila's own script ends the kernel on `beforeunload`, which also comes when a download or a mail link only looks like
// leaving; that is kept from it here. The browser asks back where words would be lost: a field holds its newest text
// back while the text before is on its way, no script of ours can send it earlier, and a page that goes sends no more.
function beforeLeaving(event) {
  event.stopImmediatePropagation();
  if (!isLeaving() && (words.areOnTheirWay() || words.areWaiting())) event.preventDefault();
}

export function watchPulse() {
  watchLock(() => lost.locked());
  startsAfresh(startAfresh);
  document.addEventListener("click", holdBack, { capture: true });
  for (const kind of ["input", "click", "change"]) document.addEventListener(kind, changed, { capture: true });
  for (const kind of ["keydown", "pointerdown", "wheel", "touchmove"]) {
    document.addEventListener(kind, () => (active = true), { capture: true, passive: true });
  }
  window.addEventListener("beforeunload", beforeLeaving, { capture: true });
  setInterval(ping, EVERY);
  setInterval(tick, 1000);
  return () => {
    const heard = pulse()?.dataset.pulse ?? null;
    showSaveState();
    rememberPlace(pulse()?.dataset.place);
    if (heard === beat) return;
    const isFirst = beat === null;
    beat = heard;
    if (isFirst && heard !== null) {
      lost.found();
      ping();
    }
    else if (heard !== null) answered();
  };
}
