// Keys that press something, and the one that covers the screen.

import { button, isLaid, lay, lift } from "./sheet.js";

const COVER_KEY = "F9";
const COVER = "page-cover";
const title = document.title;

function pressed(event) {
  const held = [event.ctrlKey && "ctrl", event.altKey && "alt", event.shiftKey && "shift"].filter(Boolean);
  // the key's place rather than its letter: with alt held, some keyboards give other letters
  const key = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? event.key;
  return [...held, key.toLowerCase()].join("+");
}

function press(event) {
  const usable = (element) =>
    !element.disabled && element.ariaDisabled !== "true" && !element.closest("[inert]") && element.checkVisibility();
  const named = document.querySelectorAll(`[data-shortcut="${CSS.escape(pressed(event))}"]`);
  const element = [...named].find(usable);
  if (!element) return;
  event.preventDefault();
  element.click();
}

function cover() {
  const { uncover } = document.body.dataset;
  if (!uncover) return; // in a notebook, where the page around is not ours to cover
  lay(COVER, "dialog", uncover, button(uncover, takeOff));
  document.title = uncover;
}

function takeOff() {
  lift(COVER);
  document.title = title;
}

export function watchKeys() {
  document.addEventListener(
    "keydown",
    (event) => {
      const covered = isLaid(COVER);
      if (event.key === COVER_KEY || (covered && event.key === "Escape")) {
        event.preventDefault();
        if (covered) takeOff();
        else cover();
      } else if (!covered && (event.altKey || event.ctrlKey || event.key === "Escape")) {
        press(event);
      }
    },
    { capture: true },
  );
  document.addEventListener("click", (event) => event.target.closest("[data-cover]") && cover());
}
