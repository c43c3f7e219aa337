"""What the page's own script says, by the name of its attribute.

Before a kernel is there the server writes it into the page in the browser's language; from then on the kernel does, in
the language the page speaks.
"""

from __future__ import annotations

from planner.model.message import say

PAGE_SENTENCES = {
    "again": say(
        "To go on, start the planner again on this computer. Then come back to this page, and leave it open until then."
    ),
    "again-soon": say("The planner did not answer. Please try once more."),
    "elsewhere": say(
        "What you typed last waits here. It goes back into its place when the same plan, "
        "or the same form, is open again."
    ),
    "last-saved": say("Last saved"),
    "let-go": say("Let the words go"),
    "locked-here": say("The planner is locked. Type your passphrase, and this page goes on where it was."),
    "locking": say("Locking…"),
    "lost": say("The connection is gone. What you typed last may not be saved."),
    "load-again": say("Load it again"),
    "many": say(
        "Many pages of the planner are open on this computer. Please close those you do not need. "
        "Then open this one again."
    ),
    "moment": say("One moment…"),
    "open": say("Open"),
    "passphrase": say("Passphrase or recovery key"),
    "paste-note": say("That is more than a page can hold. Please paste a smaller part."),
    "print": say("This is the screen, not the plan. The last step prints the plan."),
    "reload": say("Open it again at the same place"),
    "show-words": say("Show these words, to copy them"),
    "stopped": say("The planner did not open this time. Your plans are safe."),
    "uncover": say("Go on"),
    "waits-for-browser": say(
        "Your page is ready. The browser is still loading it, which can take a minute on a busy computer."
    ),
    "waits-for-page": say(
        "The planner is getting your page ready. This can take a minute on a busy computer. Your plans are safe."
    ),
    "waits-for-planner": say(
        "Waiting for the planner to answer. This can take a minute on a busy computer. Your plans are safe."
    ),
    "words-wait": say("The words you typed last wait on this page. They are filled in once it is open again."),
}
