// What a notebook's page can use of the page's own script: it needs no server of ours. Focus, arrow keys, shortcuts,
// signing, and how it looks are the same in JupyterLab and in plain Voila (`widgets/notebook_page.py`).

import { watchArrows } from "./arrows.js";
import { watchDrawing } from "./draw.js";
import { watchFocus } from "./focus.js";
import { watchKeys } from "./keys.js";
import { watchLook } from "./look.js";
import { watchOverlay } from "./overlay.js";

const whenChanged = [watchOverlay(), watchFocus(), watchArrows(), watchLook()];
watchDrawing();
watchKeys();

new MutationObserver(() => whenChanged.forEach((look) => look())).observe(document.body, {
  attributeFilter: ["data-focus"],
  attributes: true,
  childList: true,
  subtree: true,
});
