"""Serving: one page of this machine, behind one passphrase.

`serve` runs the server; `arrival` is what a kernel was given. How the page is made, and what holds it together:

    browser  --GET /-->  server          the page comes at once, empty and the same for everybody
    browser  --/page-->  server          its first script shows both halves of the pass and names the kernel that starts
    kernel   --ticket--> server          the first cell hands in a one-time ticket and receives the store's key
    browser  --outputs-> server          answered when the notebook has run; then Voila's script meets the kernel

The page's own script (`static/page/`) and the kernel talk through attributes of the document only, so that a component
needs nothing but plain elements. The kernel draws them, the script reads them:

    data-pulse        A number. The script sends "ping" (nobody did anything since the last one) or "ping-active"
                      (somebody did); the kernel answers by changing the number. A DOM event reaches Python by
                      `reacton.ipyvue.use_event`, also with a name of one's own:

                          beat, count = reacton.use_state(0)
                          element = v.Html(tag="div", attributes={"data-pulse": str(beat), "data-lost": "…"})
                          use_event(element, "ping", lambda *_: count(lambda n: n + 1))
                          use_event(element, "ping-active", …)

                      Beside it, sentences for the reader: `data-lost`, `data-last-saved`, `data-reload`,
                      `data-paste-note`; and `data-place`, an id to which a reload comes back (`Arrival.place`).
    data-save-state   What is true about saving, in a child element. While something was typed that the kernel has not
                      answered for, the script sets `data-waiting` and `data-saving` is shown instead.
                      `data-last-saved` holds the time alone, for when the line is cut, and `data-says` the words
                      themselves, which the script writes again where a translated page has lost them.
    data-path         A field's place in the plan; the script keeps what was typed there while nothing answers.
    data-returned     Around a field: a new kernel takes from it what the page kept.
    data-unkept       A form that is kept only at its end: all that stands in it was on its way.
    data-focus        A token. An element with a token that was not there before takes the focus, or its first field.
    data-shortcut     "alt+n": the keys that press the element, unless it is disabled or out of sight.
    data-cover        Pressing it covers the screen, as F9 does.
    data-lock         Pressing it covers the screen until the kernel, or else the page itself, has locked.
    data-toggle       "large", "dark", "contrast": pressing it sets the class on <html>; `aria-pressed` follows.
    data-save         On a link: a paper's bytes in base64, and in `data-save-type` what they are; the page makes the
                      address of the link.
    data-leave        Appears: the page posts to this address and goes where the answer leads ("/lock").

A page has one root element: every root would be a Vue application of its own, with ids that repeat.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.serving.running import serve

__all__ = ["serve"]


def __getattr__(name: str) -> object:
    """Open the server's rooms only where one serves: a session's kernel comes through here too, and stays light."""
    if name == "serve":
        # jupyter_events brings a checker of addresses that takes a second to build its grammar; nothing here asks it
        sys.modules.setdefault("rfc3987_syntax", None)  # pyright: ignore[reportArgumentType] - "not to be imported"
        from widgets.serving.running import serve

        return serve
    raise AttributeError(name)
