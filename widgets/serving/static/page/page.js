// The page's own script. It does what Python can not: it notices that the kernel is gone, keeps the focus, declines
// what is too large to send, covers the screen. It knows nothing of plans, and talks with the kernel only through
// attributes in the document:
//
//   data-pulse         pinged here, answered by the kernel with another number   (pulse.js)
//   data-save-state    shows `data-saving` while an answer is outstanding        (pulse.js)
//   data-says          what is true about saving, in words                       (pulse.js)
//   data-path          a field's place in the plan, for words that come back     (words.js)
//   data-returned      takes words that waited for a new kernel                  (words.js)
//   data-unkept        a form that is kept only at its end                       (words.js)
//   data-language      what the page speaks by now                               (spoken.js)
//   data-place         where a reload comes back to                              (server.js)
//   data-topic         opened again by a reload, with the data-item that was open (line.js)
//   data-leave         leave by a post to this address                           (server.js)
//   data-focus         a new token takes the focus                               (focus.js)
//   data-new           ... in its first empty field                              (focus.js)
//   role="radiogroup"  and "tablist": one stop for Tab, arrow keys within        (arrows.js)
//   aria-modal         gives the focus back when it is closed     (overlay.js)
//   data-shortcut      "alt+n" or "escape" presses the element                   (keys.js)
//   data-cover         covers the screen                                         (keys.js)
//   data-lock          covers the screen at once, while the kernel locks         (lock.js)
//   data-toggle        "large", "dark", "contrast"                               (look.js)
//   data-save          a paper's bytes, for an address of the page's own          (save.js)
//   data-draw          a box to sign in; its lines go into the field of that id  (draw.js)
//
// The sentences it shows come translated: on `data-pulse`, and on the body for what happens before a kernel is there.

import { watchArrows } from "./arrows.js";
import { watchDrawing } from "./draw.js";
import { watchFocus } from "./focus.js";
import { watchHand } from "./hand.js";
import { watchKeys } from "./keys.js";
import { watchLine } from "./line.js";
import { watchLook } from "./look.js";
import { watchOverlay } from "./overlay.js";
import { watchPaste } from "./paste.js";
import { watchPulse } from "./pulse.js";
import { watchSaving } from "./save.js";
import { fill, watchArrival, watchLeaving } from "./server.js";
import { watchSpoken } from "./spoken.js";
import { watchFields } from "./unkept.js";
import { watchWords } from "./words.js";

const whenChanged = [
  watchArrival(),
  watchFields(),
  watchSaving(),
  watchPulse(),
  watchSpoken(),
  watchLeaving(),
  watchOverlay(),
  watchFocus(),
  watchArrows(),
  watchLook(),
  watchLine(),
  watchWords(),
];
watchDrawing();
watchHand();
watchKeys();
watchPaste();

// One look at the document for all of them, once for each batch of changes.
new MutationObserver(() => whenChanged.forEach((look) => look())).observe(document.body, {
  attributeFilter: ["data-pulse", "data-language", "data-place", "data-focus", "data-leave", "data-save", "data-save-state", "data-says"],
  attributes: true,
  childList: true,
  subtree: true,
});

fill();
