// A page laid over the table gives the focus back to what opened it.

const LAID_OVER = '[role="dialog"][aria-modal="true"]';

let outside = null; // what had the focus last, outside such a page
let wasThere = false;

export function watchOverlay() {
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest(LAID_OVER)) outside = event.target;
  });
  return () => {
    const isThere = document.querySelector(LAID_OVER) !== null;
    if (wasThere && !isThere && outside?.isConnected) outside.focus();
    wasThere = isThere;
  };
}
