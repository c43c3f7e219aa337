// Larger type, dark, high contrast: a class on the page each, and remembered on this machine. In a cookie, because
// the server then draws the next page as it was chosen, and because a cookie outlives the port of the day.

const YEAR = 31536000;
const page = document.documentElement;
const WAYS = ["large", "dark", "contrast"];

function remember() {
  const chosen = WAYS.filter((way) => page.classList.contains(way)).join("+") || "plain";
  document.cookie = `planner-look=${chosen}; path=/; max-age=${YEAR}; samesite=strict`;
}

function show() {
  // a page of our own; JupyterLab's own look stays its own
  if (document.querySelector("#session")) document.body.dataset.jpThemeLight = String(!page.classList.contains("dark"));
  for (const button of document.querySelectorAll("[data-toggle]")) {
    button.setAttribute("aria-pressed", String(page.classList.contains(button.dataset.toggle)));
  }
}

// The sheet of ways closes as any other does.
function close(event) {
  const open = event.key === "Escape" && document.querySelector("details.rp-look[open]");
  if (!open) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  open.open = false;
  open.querySelector("summary").focus();
}

export function watchLook() {
  document.addEventListener("keydown", close, { capture: true });
  document.addEventListener("click", (event) => {
    const way = event.target.closest("[data-toggle]")?.dataset.toggle;
    if (!WAYS.includes(way)) return;
    page.classList.toggle(way);
    remember();
    show();
  });
  return show;
}
