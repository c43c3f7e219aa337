// Two things the page does without. Voila asks for a formula typesetter when it starts, and jupyter-vue for a loader
// of modules written in a notebook; a plan holds neither. These say that they are ready and do nothing, which spares
// every page a megabyte of scripts, and the only script that would not come from a file of ours.
"use strict";

window.MathJax = {
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
};

window.importShim = Object.assign(
  () => Promise.reject(new Error("No modules are loaded from a notebook here.")),
  { addImportMap() {} },
);
