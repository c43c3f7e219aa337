// Hands the practice link in, once; whoever comes later finds the page that says so.
"use strict";

(async () => {
  await window.planner.moved;
  const answer = await fetch(location.pathname, { method: "POST" }).catch(() => null);
  const { token } = answer?.ok ? await answer.json().catch(() => ({})) : {};
  if (token) window.planner.keep(token);
  location.replace("/");
})();
