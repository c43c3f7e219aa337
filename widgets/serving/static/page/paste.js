// A message that is too large would cut the line to the kernel without a word. What is too much to paste is declined
// before it is sent, and a sentence beside the field says so.

const MOST = 100000; // characters in one field

let note;

function tooMuch(field, text) {
  return (field.value ?? "").length + text.length > MOST;
}

function say(field) {
  const where = field.getBoundingClientRect();
  note.style.left = `${window.scrollX + where.left}px`;
  note.style.top = `${window.scrollY + where.bottom + 4}px`;
  note.textContent = document.querySelector("[data-pulse]")?.dataset.pasteNote ?? document.body.dataset.pasteNote;
}

function guard(event, transfer) {
  const field = event.target.closest?.("input, textarea");
  if (!field || !transfer || !tooMuch(field, transfer.getData("text/plain"))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  say(field);
}

export function watchPaste() {
  note = document.createElement("p");
  note.id = "page-note";
  note.setAttribute("role", "status");
  document.body.append(note);
  const capture = { capture: true };
  document.addEventListener("paste", (event) => guard(event, event.clipboardData), capture);
  document.addEventListener("drop", (event) => guard(event, event.dataTransfer), capture);
  for (const kind of ["input", "focusout"]) document.addEventListener(kind, () => (note.textContent = ""), capture);
  // a file that is dropped on the page would take its place
  document.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
  document.addEventListener("drop", (event) => event.dataTransfer.files.length && event.preventDefault());
}
