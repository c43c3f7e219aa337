// The prompt. What was typed goes to the server and nowhere else; what comes back is a token, kept for this tab alone.
"use strict";

{
  const form = document.querySelector("form");
  const typing = form.querySelector("fieldset");
  const note = document.getElementById("note");
  const first = form.querySelector("input");

  function says(words) {
    note.hidden = !words;
    note.textContent = words ?? "";
    if (words) first.setAttribute("aria-describedby", "note");
  }

  async function offer(event) {
    event.preventDefault();
    const typed = new URLSearchParams(new FormData(form));
    typing.disabled = true;
    says("");
    const answer = await fetch("/unlock", { method: "POST", body: typed }).catch(() => null);
    const told = answer ? await answer.json().catch(() => ({})) : {};
    if (told.token) {
      window.planner.keep(told.token);
      location.replace(told.go);
      return;
    }
    typing.disabled = false;
    const short = form.querySelector("[data-short]");
    if (short && told.short) short.hidden = false;
    says(told.note ?? document.body.dataset.again);
    first.focus();
    first.select();
  }

  form.addEventListener("submit", offer);
  window.planner.moved.then(() => {
    typing.disabled = false;
    first.focus();
  });
}
