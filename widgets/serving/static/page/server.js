// What the page asks its server for: a kernel and its outputs, whether it lives, a way in, a way out.

import { button, part } from "./sheet.js";

const { planner } = window; // the page's half of the pass, and its kernel (pass.js, open.js)
const PATIENCE = 10000; // milliseconds for an answer the server has at hand

let leaving = false;

export const isLeaving = () => leaving;
export const dropToken = () => planner.drop();

export function post(path, body) {
  return fetch(path, { method: "POST", body });
}

// What the notebook shows, when the kernel has run it; or the number of the note about what stopped.
async function outputsOf(id) {
  document.body.dataset.kernel = id;
  const answer = await fetch(`/page/${id}/outputs`).catch(() => null);
  return answer ? answer.json().catch(() => ({})) : {};
}

// The page came at once; its kernel was starting meanwhile. What the notebook shows is put into the document as data,
// where Voila's script looks for it, and the server is told: only then it answers that script's question for the
// kernel.
export async function fill() {
  const id = await planner.opened.catch(() => null);
  const { outputs, note } = id ? await outputsOf(id) : {};
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
  planner.filled = true;
  await post(`/page/${id}/shown`);
}

// Tries a passphrase; returns nothing when it opened, and else the sentence to show.
export async function unlock(passphrase) {
  const answer = await post("/unlock", new URLSearchParams({ passphrase })).catch(() => null);
  const { token, note } = answer ? await answer.json().catch(() => ({})) : {};
  if (token) planner.keep(token);
  return token ? null : note ?? document.body.dataset.lost;
}

// A kernel for a page that stays: its id and what its notebook shows, or null.
export async function newKernel() {
  const { kernel: id } = await planner.ask().catch(() => ({}));
  if (!id) return null;
  const { outputs } = await outputsOf(id);
  return outputs ? { id, outputs } : null;
}

// Where a reload comes back to: an id, never a name. Each tab has its own, and the browser the newest, for a tab that
// has none.
export function rememberPlace(place) {
  if (place !== undefined) planner.remember(place);
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
  const why = planner.isOneOfMany ? says.many : says.stopped;
  const sentence = part("p", note ? `${why} (${note})` : why);
  document.getElementById("moment").replaceChildren(part("div", "", sentence, button(says.reload, reload)));
}

// "alive", "gone" (the kernel ended), "locked" (somebody locked), "unreachable" (no server answers, or another one).
export async function kernelState() {
  // a line that swallows everything says nothing either
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(`/page/${planner.kernel}/alive`, { redirect: "manual", signal }).catch(() => null);
  if (answer?.type === "opaqueredirect") return "locked";
  if (answer?.ok) return "alive";
  return answer?.status === 404 ? "gone" : "unreachable";
}

export function sayThatAHandIsHere() {
  post(`/page/${planner.kernel}/hand`).catch(() => {}); // a page without a server finds out by itself
}

export function reload() {
  leaving = true;
  location.reload();
}

// To the prompt; the page that was is not come back to.
export function leaveForPrompt() {
  leaving = true;
  planner.drop();
  location.replace("/unlock");
}

async function leaveBy(path) {
  leaving = true;
  await post(path).catch(() => null);
  leaveForPrompt();
}

export function watchLeaving() {
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  return () => {
    const way = document.querySelector("[data-leave]")?.dataset.leave;
    if (way && !leaving) leaveBy(way);
  };
}
