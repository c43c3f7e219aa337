// Lock covers the screen in the moment of the press, in every tab of this planner. The lock falls behind the cover.

import { isLaid, lay, lift, part } from "./sheet.js";
import { kernelState, post } from "./server.js";

const COVER = "page-locking";
const OFTEN = 250; // between two looks whether it is locked, in milliseconds
const PATIENCE = 3000; // for the kernel, which locks once it has all words; then the page asks the server itself
const LONGEST = 20000; // for a lock that another tab asked for, and that never came
const tabs = new BroadcastChannel("planner-lock");

let whenLocked; // what is done once it is locked

export const isLocking = () => isLaid(COVER);

export function stopLocking() {
  lift(COVER);
}

function cover() {
  const { locking } = document.body.dataset;
  lay(COVER, "dialog", locking, part("p", locking));
}

// `ours`: it was pressed on this page.
async function lockBehind(ours) {
  if (isLocking()) return;
  cover();
  const since = performance.now();
  let asked = false;
  while (isLocking()) {
    const waited = performance.now() - since;
    if (ours && !asked && waited > PATIENCE) asked = (await post("/lock").catch(() => null)) !== null;
    const state = await kernelState();
    if (state === "locked") return whenLocked();
    if (!ours && state === "alive" && waited > LONGEST) stopLocking();
    await new Promise((resolve) => setTimeout(resolve, OFTEN));
  }
}

function pressed(event) {
  if (!event.target.closest?.("[data-lock]")) return;
  tabs.postMessage("lock");
  lockBehind(true);
}

export function watchLock(locked) {
  whenLocked = locked;
  tabs.addEventListener("message", () => lockBehind(false));
  // before anything that holds a press back
  document.addEventListener("click", pressed, { capture: true });
}
