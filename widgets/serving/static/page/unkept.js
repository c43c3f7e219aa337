// What is typed stays out of the browser's own files. A browser notes what stands in the fields of a page, so that it can
// fill them again after a crash: on this computer's disk, in clear, also after a lock. It leaves out the fields of a form
// that wants no help with typing. For a box of several lines the form alone decides, so every field is made one of its.

const FORM = "page-fields";
const FREE = ":is(input, textarea, select):not([form])";

export function watchFields() {
  const form = document.createElement("form");
  form.id = FORM;
  form.autocomplete = "off";
  form.hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault()); // no key sends it anywhere
  document.body.append(form);
  return () => {
    for (const field of document.querySelectorAll(FREE)) {
      if (field.form) continue;
      field.setAttribute("form", FORM);
      if (!field.hasAttribute("autocomplete")) field.autocomplete = "off";
    }
  };
}
