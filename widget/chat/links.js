// Which addresses may become links. Everything else stays text.

const SAFE = new Set(["https:", "tel:", "mailto:"]);
const DIAL = /^(tel|sms):[+*#%\d]+$/;

/** Return the address if a text may link to it, else null. */
export function safeLink(address) {
  try {
    const url = new URL(address);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Return a `tel:` or `sms:` address, else null. */
export function dialLink(address) {
  return DIAL.test(address ?? "") ? address : null;
}

/** Return the address of something on the server itself, else null. */
export function serverLink(path, server) {
  try {
    const url = new URL(path, server);
    return /^https?:$/.test(url.protocol) && url.origin === new URL(server).origin ? url.href : null;
  } catch {
    return null;
  }
}
