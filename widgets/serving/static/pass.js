// The browser's pass has two halves, and neither opens anything alone. One is a cookie, which a browser sends to whatever
// listens at any port of a host. The other is this token: only pages of this very address can read it. It goes along
// with what a page asks, in a header or, on a line that takes none, as the name of a protocol. It ends with Lock.
"use strict";

{
  const TOKEN = "planner-token";
  const STAYS = "planner-stays"; // this browser does not take the planner's own name
  const HEADER = "X-Planner-Token";
  const OF_THIS_PAGE = "/api/kernels/of-this-page"; // what Voila's script asks for, before it can know better
  const ANSWERS_WITHIN = 400; // milliseconds for another tab
  const NAMED_WITHIN = 1500; // for the planner under its own name
  const MOST_HELD = 6; // connections to one address
  const STARTS_ANEW = 421; // "misdirected": to be asked once more, on another connection
  const ask = window.fetch.bind(window);
  const refused = new Set(); // tokens that have ended
  const tabs = new BroadcastChannel(TOKEN);

  const token = () => sessionStorage.getItem(TOKEN);
  const keep = (given) => sessionStorage.setItem(TOKEN, given);

  function drop() {
    if (token()) refused.add(token());
    sessionStorage.removeItem(TOKEN);
  }

  // Another tab of this address that is open gives its token on, so that a second tab is not asked for the passphrase.
  function askOtherTabs() {
    return new Promise((settle) => {
      const hear = ({ data }) => {
        if (!data.token || refused.has(data.token)) return;
        keep(data.token);
        done(true);
      };
      const done = (found) => {
        tabs.removeEventListener("message", hear);
        settle(found);
      };
      tabs.addEventListener("message", hear);
      tabs.postMessage({ asks: true });
      setTimeout(done, ANSWERS_WITHIN, false);
    });
  }
  tabs.addEventListener("message", ({ data }) => data.asks && token() && tabs.postMessage({ token: token() }));

  // Browsers give every name under .localhost to this computer. Under a name of its own the planner shares its cookies
  // with nothing else that answers here, so a page that came by another name moves over, where the browser takes it.
  async function moved() {
    const { named } = document.documentElement.dataset;
    if (!named || sessionStorage.getItem(STAYS)) return;
    const how = { credentials: "omit", signal: AbortSignal.timeout(NAMED_WITHIN) };
    const answer = await ask(`${named}/here`, how).catch(() => null);
    const { arrive } = answer?.ok ? await answer.json().catch(() => ({})) : {};
    if (!arrive) {
      sessionStorage.setItem(STAYS, "yes");
      return;
    }
    location.replace(`${named}${location.pathname}?arrive=${arrive}`);
    await new Promise(() => {});
  }
  if (location.search.startsWith("?arrive=")) history.replaceState(null, "", location.pathname);

  // A server that has locked starts itself anew. What it can not take any more is for the one that comes after, which
  // answers on a new connection: the browser may try all those it still holds before it opens one.
  async function askHere(request) {
    for (let held = MOST_HELD; held; held--) {
      const answer = await ask(request.clone());
      if (answer.status !== STARTS_ANEW) return answer;
    }
    return ask(request);
  }

  window.fetch = async (asked, how) => {
    let request = new Request(asked, how);
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin) return ask(request);
    if (pathname === OF_THIS_PAGE) request = new Request(`/api/kernels/${await window.planner.opened}`, request);
    if (token()) request.headers.set(HEADER, token());
    return askHere(request);
  };

  const Line = window.WebSocket;
  window.WebSocket = class extends Line {
    constructor(address, protocols = []) {
      super(address, [protocols, token() ? `${TOKEN}.${token()}` : []].flat());
    }
  };

  window.planner = { token, keep, drop, askOtherTabs, moved: moved(), opened: null };
}
