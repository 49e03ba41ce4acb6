// The mark of mark.svg, drawn in place: as a picture it would cost a document of its own.
const LINES = {
  "#fff": "M19 11h8M17.5 18h9M18.5 25h9",
  "#f2b880": "M23 31.5q1.5 2.5 5 3t5 4M22 31.5q-2 3.5-6 5.5",
};

/** Return the mark; its shape and ground are in host.css. */
export function mark() {
  const draw = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const picture = draw("svg");
  picture.setAttribute("viewBox", "0 0 48 48");
  picture.setAttribute("class", "mark");
  for (const [stroke, d] of Object.entries(LINES)) {
    const line = draw("path");
    line.setAttribute("stroke", stroke);
    line.setAttribute("d", d);
    picture.append(line);
  }
  return picture;
}
