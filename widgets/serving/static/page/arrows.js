// A row of choices or of tabs is one stop for the Tab key, and the arrow keys go along it (ARIA's own pattern for
// radio groups and tab lists). Going does not press: an answer is kept when Space or Enter says so.

const GROUPS = '[role="radiogroup"], [role="tablist"]';
const MEMBERS = '[role="radio"], [role="tab"]';
const BACK = ["ArrowLeft", "ArrowUp"];
const ON = ["ArrowRight", "ArrowDown"];

const members = (group) => [...group.querySelectorAll(MEMBERS)].filter((one) => one.closest(GROUPS) === group);
const isChosen = (one) => one.ariaChecked === "true" || one.ariaSelected === "true";

// Where Tab arrives: at what is chosen, else where somebody was last, else at the first.
function settle(group) {
  const all = members(group);
  const wasHere = (one) => one.getAttribute("tabindex") === "0";
  const stop = all.find((one) => one === document.activeElement) ?? all.find(isChosen) ?? all.find(wasHere) ?? all[0];
  for (const one of all) {
    const wanted = one === stop ? 0 : -1;
    if (one.getAttribute("tabindex") !== String(wanted)) one.tabIndex = wanted;
  }
}

function goTo(all, event) {
  const at = all.indexOf(event.target);
  if (BACK.includes(event.key)) return all.at(at - 1);
  if (ON.includes(event.key)) return all[(at + 1) % all.length];
  if (event.key === "Home") return all[0];
  return event.key === "End" ? all.at(-1) : undefined;
}

function walk(event) {
  const group = event.target.closest?.(MEMBERS)?.closest(GROUPS);
  if (!group || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = goTo(members(group), event);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// A grid is one stop too: the arrow keys go from cell to cell, Home and End along a row, and Enter opens a cell.
const CELL = '[role="gridcell"]';
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -99], End: [0, 99] };

function walkGrid(event) {
  const cell = event.target;
  if (!cell.matches?.(CELL) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    cell.click();
    return;
  }
  if (!(event.key in STEPS)) return;
  event.preventDefault();
  const rows = [...cell.closest('[role="grid"]').rows].map((row) => [...row.querySelectorAll(CELL)]).filter((row) => row.length);
  const [down, along] = STEPS[event.key];
  const within = (number, length) => Math.max(0, Math.min(length - 1, number));
  const at = rows.findIndex((row) => row.includes(cell));
  const row = rows[within(at + down, rows.length)];
  const next = row[within(rows[at].indexOf(cell) + along, row.length)];
  for (const one of rows.flat()) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}

export function watchArrows() {
  document.addEventListener("keydown", walk);
  document.addEventListener("keydown", walkGrid);
  document.addEventListener("focusin", (event) => {
    const group = event.target.closest?.(MEMBERS)?.closest(GROUPS);
    if (group) settle(group);
  });
  // when the focus has left, Tab comes back to what is chosen
  document.addEventListener("focusout", (event) => {
    const group = event.target.closest?.(MEMBERS)?.closest(GROUPS);
    if (group && !group.contains(event.relatedTarget)) requestAnimationFrame(() => group.isConnected && settle(group));
  });
  return () => document.querySelectorAll(GROUPS).forEach(settle);
}
