// A page asks for its kernel in its very first moment, and loads its scripts while the kernel starts. It names the kernel
// itself, so that it can say goodbye for it at any moment, also before an answer is there.
"use strict";

{
  const PLACE = "planner-place";
  const { planner } = window;

  // the address of an object ends with a UUID, also where a browser keeps the other way for encrypted addresses
  const newId = () => crypto.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36);

  // Where this tab was, or else where the last one of this browser was: an id, never a name.
  function whence() {
    const [place, last] = [sessionStorage.getItem(PLACE), localStorage.getItem(PLACE)];
    return { ...(place === null ? {} : { place }), ...(last === null ? {} : { last }) };
  }

  planner.remember = (place) => {
    if (sessionStorage.getItem(PLACE) === place) return;
    sessionStorage.setItem(PLACE, place);
    localStorage.setItem(PLACE, place);
  };

  // Asks for a kernel; returns its id, or nothing where the way leads elsewhere first.
  planner.ask = async () => {
    await planner.moved;
    while (planner.token() || (await planner.askOtherTabs())) {
      planner.kernel = newId();
      const body = new URLSearchParams({ kernel: planner.kernel, ...whence() });
      const answer = await fetch("/page", { method: "POST", body });
      if (answer.status !== 403) return answer.json();
      planner.drop();
    }
    return { go: "/unlock" };
  };

  planner.kernel = "";
  planner.opened = planner.ask().then(({ kernel, go, many }) => {
    planner.isOneOfMany = Boolean(many);
    if (kernel || many) return kernel;
    location.replace(go);
    return new Promise(() => {});
  });
  planner.opened.catch(() => {}); // whoever waits for it says so

  // A page that goes can send a form, and no header.
  window.addEventListener("pagehide", () => {
    const { kernel, token } = planner;
    if (kernel) navigator.sendBeacon(`/page/${kernel}/closed`, new URLSearchParams({ token: token() ?? "" }));
  });
}
