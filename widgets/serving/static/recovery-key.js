// The recovery key comes by the page's own question, so that it stands in no page that could be asked for otherwise.
"use strict";

(async () => {
  const answer = await fetch("/recovery-key/groups").catch(() => null);
  const { groups, mark } = answer?.ok && !answer.redirected ? await answer.json().catch(() => ({})) : {};
  if (!groups) {
    location.replace("/");
    return;
  }
  const drawn = groups.map((group) => Object.assign(document.createElement("li"), { textContent: group }));
  document.querySelector(".groups").replaceChildren(...drawn);
  const marked = document.querySelector("[data-mark]");
  marked.querySelector("code").textContent = mark;
  marked.hidden = !mark;
  const kept = document.querySelector("[data-kept]");
  kept.disabled = false;
  kept.addEventListener("click", async () => {
    await fetch("/recovery-key", { method: "POST" }).catch(() => null);
    location.replace("/");
  });
})();
