// A sheet over the whole page. What lies under it can neither be reached by keyboard nor be heard.

const laid = []; // from the lowest to the one on top

function settle() {
  for (const element of document.body.children) element.inert = laid.length > 0 && element !== laid.at(-1).sheet;
}

export function lay(id, role, says, ...content) {
  const sheet = part("div", "", ...content);
  sheet.id = id;
  sheet.setAttribute("role", role);
  sheet.setAttribute("aria-modal", "true");
  sheet.setAttribute("aria-label", says);
  laid.push({ sheet, before: document.activeElement });
  document.body.append(sheet);
  settle();
  sheet.querySelector("button")?.focus();
}

export function lift(id) {
  const place = laid.findIndex(({ sheet }) => sheet.id === id);
  if (place < 0) return;
  const [{ sheet, before }] = laid.splice(place, 1);
  sheet.remove();
  settle();
  before?.focus();
}

export const isLaid = (id) => laid.some(({ sheet }) => sheet.id === id);

export function part(name, text, ...children) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

export function button(text, press) {
  const element = part("button", text);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}
