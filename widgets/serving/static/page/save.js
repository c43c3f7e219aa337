// A paper that is ready to be saved. Its bytes come in an attribute, and the page makes an address of its own for them.
// Such an address lives as long as the page. One that holds the bytes itself is kept by browsers, in their own files.

const addresses = new Map(); // link -> its address

function take(link) {
  const bytes = Uint8Array.from(atob(link.dataset.save), (sign) => sign.charCodeAt(0));
  URL.revokeObjectURL(addresses.get(link));
  addresses.set(link, URL.createObjectURL(new Blob([bytes], { type: link.dataset.saveType })));
  link.href = addresses.get(link);
  link.removeAttribute("data-save");
}

function letGo() {
  for (const [link, address] of addresses) {
    if (link.isConnected) continue;
    URL.revokeObjectURL(address);
    addresses.delete(link);
  }
}

export function watchSaving() {
  return () => {
    document.querySelectorAll("a[data-save]").forEach(take);
    letGo();
  };
}
