// Says to the server that somebody is here, whatever has become of the kernel: the server locks when it hears of no hand
// for the agency's minutes. At once for the first touch, so that "Stay" is in time, and then now and again.

import { isLeaving, sayThatAHandIsHere } from "./server.js";

const EVERY = 5000; // milliseconds between two reports

let said = -EVERY; // when the last report went
let touched = false; // whether there was a touch since

function report() {
  if (!touched || isLeaving() || performance.now() - said < EVERY) return;
  touched = false;
  said = performance.now();
  sayThatAHandIsHere();
}

function touch(event) {
  if (!event.isTrusted) return; // what a script presses is no hand
  touched = true;
  report();
}

export function watchHand() {
  for (const kind of ["keydown", "pointerdown", "wheel", "touchmove"]) {
    document.addEventListener(kind, touch, { capture: true, passive: true });
  }
  setInterval(report, 1000);
}
