// What the page shows when nothing answers any more: an opaque sheet that says how to go on. Words that were on their
// way wait behind it. Once the planner is there again, the page opens with the passphrase and without leaving.

import { isLocking, stopLocking } from "./lock.js";
import { dropToken, isLeaving, kernelState, leaveForPrompt, reload, unlock } from "./server.js";
import { clearAway, renew } from "./renew.js";
import { button, isLaid, lay, lift, part } from "./sheet.js";
import { areWaiting, holdOnTo, unsaved } from "./words.js";

const LOST = "page-lost";
const OPENS_WITHIN = 15000;
const says = () => ({ ...document.body.dataset, ...document.querySelector("[data-pulse]")?.dataset });

let shown = ""; // which of the states below the sheet shows
let saved = ""; // when the words were last kept
let renewing = false;
let opened = 0; // since when a new kernel's page is on its way

export const isLost = () => isLaid(LOST);

export function found() {
  if (!renewing) {
    lift(LOST);
    shown = "";
  }
}

function lastSaved() {
  saved = document.querySelector("[data-save-state]")?.dataset.lastSaved ?? saved;
  return saved && part("p", `${says().lastSaved}: ${saved}`);
}

// Folded, because whoever passes by can read a screen that nobody uses; and not at all once somebody locks.
function words() {
  const texts = isLocking() || shown === "locked" ? [] : unsaved();
  if (!texts.length) return [];
  const folded = part("details", "", part("summary", says().showWords), ...texts.map((text) => part("blockquote", text)));
  return [part("p", says().wordsWait), folded];
}

function form() {
  const { passphrase, open, wordsWait } = says();
  const field = Object.assign(part("input", ""), { type: "password", autocomplete: "current-password", required: true });
  const note = part("p", "");
  note.setAttribute("role", "alert");
  const send = part("button", open);
  const asked = part("form", "", part("label", passphrase, field), note, send);
  asked.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    const why = await unlock(field.value);
    field.value = "";
    note.textContent = why ?? "";
    send.disabled = false;
    if (why === null) await goOn();
    else field.focus();
  });
  return [part("p", says().lockedHere), ...(areWaiting() ? [part("p", wordsWait)] : []), asked];
}

const STATES = {
  unreachable: () => [part("p", says().lost), part("p", says().again), lastSaved(), ...words(), button(says().reload, tryAgain)],
  gone: () => [part("p", says().lost), lastSaved(), ...words(), button(says().reload, tryAgain)],
  locked: form,
  opening: () => [part("p", says().moment)],
};

// `state` is what the server said of the kernel; it answers late where it is "alive".
export function show(state) {
  if (renewing || shown === state || (shown === "opening" && performance.now() - opened < OPENS_WITHIN)) return;
  const as = state === "alive" ? "gone" : state;
  shown = as;
  const box = part("div", "", ...STATES[as]().filter(Boolean));
  if (isLost()) document.querySelector(`#${LOST}`).replaceChildren(box);
  else lay(LOST, "alertdialog", says().lost, box);
  box.querySelector("input, button")?.focus();
}

// Somebody locked, here or elsewhere, or the planner was started anew. Then, or with words on their way, the page asks
// for the passphrase where it stands. Otherwise it leaves, and takes nothing along.
export function locked(anew = isLost()) {
  if (renewing) return;
  if (!areWaiting()) holdOnTo();
  dropToken();
  if (!areWaiting() && !anew) {
    leaveForPrompt();
    return;
  }
  clearAway();
  show("locked");
  stopLocking();
}

async function goOn() {
  holdOnTo();
  clearAway(); // nothing is offered to fields that are on their way out
  show("opening");
  renewing = true;
  const went = await renew().catch(() => false);
  renewing = false;
  opened = went ? performance.now() : 0;
  if (!went && areWaiting()) show("gone");
  else if (!went) reload();
}

// A reload without a server would take away the words that still stand on the screen.
async function tryAgain() {
  const state = await kernelState();
  if (isLeaving() || renewing) return;
  if (state === "locked") locked();
  else if (state === "unreachable") show(state);
  else await goOn();
}
