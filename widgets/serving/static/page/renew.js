// A page whose kernel is gone goes on with a new one, in the same document: what is in its memory stays.
//
// Voila's script brings widgets to a page once, when it loads. Here the same is done once more with what it left behind:
// its line to the kernel, its keeper of widgets, and the renderer that draws them.

import { beginAfresh } from "./afresh.js";
import { newKernel, post } from "./server.js";

const WIDGET = "application/vnd.jupyter.widget-view+json";

const session = () => document.getElementById("session");

// Nothing of what was drawn can be read any more.
export function clearAway() {
  session().replaceChildren();
}

async function letGoOf(manager) {
  manager.kernel.dispose();
  await manager.clear_state().catch(() => {}); // it says goodbye to a kernel that is gone
}

async function connect(id, { constructor: Manager, kernel: before, rendermime, _registry: known }) {
  const model = await (await fetch(`/api/kernels/${id}`)).json();
  const line = new before.constructor({ model, serverSettings: before.serverSettings });
  const manager = new Manager(line, rendermime);
  manager._registry = known; // which libraries draw what
  const last = rendermime.createRenderer(WIDGET);
  const Renderer = last.constructor;
  last.dispose();
  rendermime.removeMimeType(WIDGET);
  rendermime.addFactory({ safe: false, mimeTypes: [WIDGET], createRenderer: (how) => new Renderer(how, manager) }, -10);
  return manager;
}

function draw(output, rendermime) {
  const type = rendermime.preferredMimeType(output.data, "any");
  if (!type) return;
  const drawn = rendermime.createRenderer(type);
  const place = session().appendChild(document.createElement("div"));
  drawn.constructor.attach(drawn, place);
  drawn.addClass("jp-OutputArea-output");
  drawn.renderModel({ ...output, trusted: true });
}

// Returns whether the page goes on.
export async function renew() {
  const app = window.jupyterapp;
  const before = app?.widgetManager;
  const kernel = before && (await newKernel());
  if (!kernel) return false;
  await post(`/page/${kernel.id}/shown`);
  await letGoOf(before);
  beginAfresh();
  app.widgetManager = await connect(kernel.id, before);
  for (const output of kernel.outputs) draw(output, before.rendermime);
  return true;
}
