// Small line icons on a 24 x 24 grid; decorative, the words stand beside them.
import { svg } from "./dom.js";

const PATHS = {
  alert: "M12 3.500 2.800 19.500h18.400zM12 10v4.500M12 17.200v.1",
  call: "M6.500 3.500h3l1.500 4-2 1.500a12 12 0 0 0 6 6l1.500-2 4 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4.500 5.500a2 2 0 0 1 2-2z",
  text: "M4 5h16v11H9l-5 4z",
  close: "M6 6l12 12M18 6 6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M12 20V4.500M5.500 11 12 4.500 18.500 11",
  check: "M5 12.500 10 17.500 19.500 7",
  play: "M8 5v14l11-7z",
  back: "M15 5l-7 7 7 7",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 13h5M10 17h5",
};

/** Return an icon by name. */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }));
}
