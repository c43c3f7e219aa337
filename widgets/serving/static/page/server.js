// What the page asks its server for: the notebook's outputs, whether the kernel lives, a way out.

import { button, part } from "./sheet.js";

const { kernel, csrf } = document.body.dataset;
const PLACE = "planner-place";

let leaving = false;

export const isLeaving = () => leaving;

function post(path) {
  return fetch(path, { method: "POST", headers: { "X-XSRFToken": csrf } });
}

// The page came at once; its kernel was starting meanwhile. What the notebook shows is put into the document as data,
// where Voila's script looks for it, and the server is told: only then it answers that script's question for the
// kernel.
export async function fill() {
  const place = sessionStorage.getItem(PLACE);
  const headers = place === null ? {} : { "X-Planner-Place": place };
  const answer = await fetch(`/page/${kernel}/outputs`, { headers }).catch(() => null);
  const { outputs, note } = answer ? await answer.json().catch(() => ({})) : {};
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
