// Small line icons on a 24 x 24 grid; decorative, the words stand beside them.
import { svg } from "./dom.js";

const PATHS = {
  alert: "M12 3.5 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1",
  call: "M6.5 3.5h3l1.5 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2 2A16 16 0 0 1 4.5 5.5a2 2 0 0 1 2-2z",
  text: "M4 5h16v11H9l-5 4z",
  close: "M6 6l12 12M18 6 6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M12 20V4.5M5.5 11 12 4.5 18.5 11",
  check: "M5 12.5 10 17.5 19.5 7",
  play: "M8 5v14l11-7z",
  back: "M15 5l-7 7 7 7",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 13h5M10 17h5",
};

/** Return an icon by name. */
export function icon(name) {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }),
  );
}
