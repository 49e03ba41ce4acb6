// What the site and the server say about this chat, and the words that stand in where they are silent.

const SHOWN = ["clinic", "emergency", "examples", "guided_plan", "intro"];

/** Return settings: attributes of the page, then the server's (kept for when it is out of reach). */
export async function loadSettings(host, transport, storage) {
  let served = storage.read().settings;
  try {
    const answer = await transport.settings();
    served = Object.fromEntries(SHOWN.map((key) => [key, answer[key]]));
    storage.write({ settings: served });
  } catch {
    /* the server is out of reach: what was kept, or our own words, serve */
  }
  const { clinicName, phone } = host;
  const clinic =
    clinicName || phone
      ? { ...served?.clinic, ...(clinicName && { name: clinicName }), ...(phone && { phone }) }
      : served?.clinic;
  return { ...served, clinic };
}
