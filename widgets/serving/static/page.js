"use strict";
const kernel = document.body.dataset.kernel;
const xsrf = () => (document.cookie.match("\\b_xsrf=([^;]*)\\b") || [])[1] || "";
const post = (path) => fetch(path, { method: "POST", headers: { "X-XSRFToken": xsrf() } });
async function fill() {
  const answer = await fetch(`/page/${kernel}/outputs`);
  const { outputs, note } = await answer.json();
  const session = document.getElementById("session");
  for (const output of outputs) {
    const holder = session.appendChild(document.createElement("div"));
    const data = holder.appendChild(document.createElement("script"));
    data.type = "application/vnd.voila.cell-output+json";
    data.textContent = JSON.stringify({...output, trusted: true});
  }
  session.hidden = false;
  document.getElementById("moment").remove();
  await post(`/page/${kernel}/shown`);
}
fill();
