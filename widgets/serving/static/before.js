// Runs before anything is drawn.
"use strict";

// How this machine's reader likes to see pages. The server writes what was chosen into the page; where nothing was
// chosen yet, the system's own wishes are followed.
{
  const page = document.documentElement;
  if (page.dataset.look === "unchosen") {
    page.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
    page.classList.toggle("contrast", matchMedia("(prefers-contrast: more)").matches);
  }
}

// Two things the page does without. Voila asks for a formula typesetter when it starts, and jupyter-vue for a loader
// of modules written in a notebook; a plan holds neither. These say that they are ready and do nothing, which spares
// every page a megabyte of scripts, and the only script that would not come from a file of ours.
window.MathJax = {
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
};
window.importShim = Object.assign(
  () => Promise.reject(new Error("No modules are loaded from a notebook here.")),
  { addImportMap() {} },
);
