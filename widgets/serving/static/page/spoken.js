// The language of the page: the server draws it in the browser's, and the kernel says on `data-pulse` which one it is
// by now, with every sentence the scripts show in it.

const WITHIN = ["pulse", "place", "language"];

export function watchSpoken() {
  let spoken = "";
  return () => {
    const pulse = document.querySelector("[data-pulse]");
    if (!pulse?.dataset.language || pulse.dataset.language === spoken) return;
    spoken = pulse.dataset.language;
    document.documentElement.lang = spoken;
    for (const [name, words] of Object.entries(pulse.dataset)) {
      if (!WITHIN.includes(name)) document.body.dataset[name] = words;
    }
  };
}
