// A page that takes long says what it waits for, and offers to load again. Small and first: it has to speak while all the
// rest is still on its way.
"use strict";

{
  const SPEAKS_AFTER = 4000; // milliseconds
  const OFFERS_AFTER = 20000;
  const { planner } = window;
  let answered = false;

  planner.opened.then(() => (answered = true), () => {});

  function waitsFor() {
    if (!answered) return "waitsForPlanner";
    return planner.filled ? "waitsForBrowser" : "waitsForPage";
  }

  function loadAgain() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = document.body.dataset.loadAgain;
    button.addEventListener("click", () => location.reload());
    return button;
  }

  function speak() {
    const moment = document.getElementById("moment");
    const said = moment?.querySelector(":scope > p"); // where something stopped, that is said instead
    if (!said) return clearInterval(often);
    if (performance.now() < SPEAKS_AFTER) return;
    const words = document.body.dataset[waitsFor()];
    if (said.textContent !== words) said.textContent = words; // read aloud once
    if (performance.now() > OFFERS_AFTER && !moment.querySelector("button")) moment.append(loadAgain());
  }

  const often = setInterval(speak, 500);
}
