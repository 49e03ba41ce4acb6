// What can wait: work that makes room for the page around it, and parts fetched when they are needed.

/** Let the page do its own work first, so that ours never blocks it for long. */
export const pause = () => new Promise((resolve) => setTimeout(resolve));

const PARTS = {
  timer: () => import("./timer.js"),
  session: () => import("./session.js"),
  transcript: () => import("./transcript.js"),
};

/** Fetch a part ahead, so that it is there when the connection is gone. */
export function fetchAhead(name) {
  PARTS[name]().catch(() => {});
}

/** Return a part, or null after saying that it cannot be fetched now. */
export async function part(name, { say, tell }) {
  try {
    return await PARTS[name]();
  } catch {
    tell(say("state.part"));
    return null;
  }
}
