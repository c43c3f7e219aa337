// What the page asks its server for: a kernel and its outputs, whether it lives, a way in, a way out.

import { button, part } from "./sheet.js";

const { csrf } = document.body.dataset;
const PLACE = "planner-place";

let { kernel } = document.body.dataset; // another one, once a page that stayed was given a new kernel
let leaving = false;

export const isLeaving = () => leaving;

export function post(path, body) {
  return fetch(path, { method: "POST", headers: { Accept: "application/json", "X-XSRFToken": csrf }, body });
}

// What the notebook shows, when the kernel has run it; or the number of the note about what stopped.
async function outputsOf(id) {
  const place = sessionStorage.getItem(PLACE);
  const headers = place === null ? {} : { "X-Planner-Place": place };
  const answer = await fetch(`/page/${id}/outputs`, { headers }).catch(() => null);
  return answer ? answer.json().catch(() => ({})) : {};
}

// The page came at once; its kernel was starting meanwhile. What the notebook shows is put into the document as data,
// where Voila's script looks for it, and the server is told: only then it answers that script's question for the
// kernel.
export async function fill() {
  const { outputs, note } = await outputsOf(kernel);
  if (!outputs) {
    sayThatItStopped(note);
    return;
  }
  const session = document.getElementById("session");
  for (const output of outputs) {
    const data = document.createElement("script");
    data.type = "application/vnd.voila.cell-output+json";
    data.textContent = JSON.stringify({ ...output, trusted: true });
    session.appendChild(document.createElement("div")).append(data);
  }
  await post(`/page/${kernel}/shown`);
}

// Tries a passphrase; returns nothing when it opened, and else the sentence to show.
export async function unlock(passphrase) {
  const answer = await post("/unlock", new URLSearchParams({ passphrase })).catch(() => null);
  const { note } = answer?.ok ? await answer.json().catch(() => ({})) : {};
  return answer?.ok ? note ?? null : document.body.dataset.lost;
}

// A kernel for a page that stays: its id and what its notebook shows, or null.
export async function newKernel() {
  const answer = await post("/page").catch(() => null);
  const { kernel: id } = answer?.ok ? await answer.json().catch(() => ({})) : {};
  if (!id) return null;
  kernel = id;
  document.body.dataset.kernel = id;
  const { outputs } = await outputsOf(id);
  return outputs ? { id, outputs } : null;
}

// Where a reload comes back to: an id, never a name. Each tab has its own, and the cookie keeps the newest for a tab
// that has none, after the server or the browser was started anew.
export function rememberPlace(place) {
  if (place === undefined || place === sessionStorage.getItem(PLACE)) return;
  sessionStorage.setItem(PLACE, place);
  document.cookie = `${PLACE}=${encodeURIComponent(place)}; path=/; samesite=strict`;
}

// "One moment…" makes room when something is drawn, not before.
export function watchArrival() {
  const moment = document.getElementById("moment");
  return () => {
    if (moment.isConnected && document.querySelector("#session > div > :not(script) *")) moment.remove();
  };
}

function sayThatItStopped(note) {
  const says = document.body.dataset;
  const sentence = part("p", note ? `${says.stopped} (${note})` : says.stopped);
  document.getElementById("moment").replaceChildren(part("div", "", sentence, button(says.reload, reload)));
}

// "alive", "gone" (the kernel ended), "locked" (somebody locked), "unreachable" (no server answers).
export async function kernelState() {
  const answer = await fetch(`/page/${kernel}/alive`, { redirect: "manual" }).catch(() => null);
  if (!answer) return "unreachable";
  if (answer.type === "opaqueredirect") return "locked";
  return answer.ok ? "alive" : "gone";
}

export function reload() {
  leaving = true;
  location.reload();
}

// To the prompt; the page that was is not come back to.
export function leaveForPrompt() {
  leaving = true;
  location.replace("/unlock");
}

// Leaving goes by a form, so that the browser follows the server to the next page.
function leaveBy(path) {
  leaving = true;
  const form = document.createElement("form");
  form.method = "post";
  form.action = path;
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "_xsrf", value: csrf });
  form.append(field);
  document.body.append(form);
  form.submit();
}

export function watchLeaving() {
  window.addEventListener("pagehide", () => {
    const form = new FormData();
    form.append("_xsrf", csrf);
    navigator.sendBeacon(`/page/${kernel}/closed`, form);
  });
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  return () => {
    const way = document.querySelector("[data-leave]")?.dataset.leave;
    if (way && !leaving) leaveBy(way);
  };
}
