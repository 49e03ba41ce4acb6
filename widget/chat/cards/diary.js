// Pain over days: a chart, and a table that says the same.
import { disclosure, el, svg } from "../dom.js";
import { markdown } from "../markdown.js";

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 24;
const TOP = 10;
const BOTTOM = 22;
const WORST = 10;

function place(points) {
  const step = points.length > 1 ? (WIDTH - LEFT - 16) / (points.length - 1) : 0;
  const x = (index) => (points.length > 1 ? LEFT + 6 + index * step : (WIDTH + LEFT) / 2);
  const y = (score) => TOP + (1 - score / WORST) * (HEIGHT - TOP - BOTTOM);
  return { x, y };
}

function chart(points, say) {
  const { x, y } = place(points);
  const day = (point) => say.date(point.date, { day: "numeric", month: "short" });
  const label = (words, attributes) => {
    const node = svg("text", attributes);
    node.textContent = words;
    return node;
  };
  const name = say("diary.chart", { from: day(points[0]), to: day(points.at(-1)) });
  const picture = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "chart",
    role: "img",
    "aria-label": name,
  });
  for (const score of [0, 5, WORST]) {
    picture.append(
      svg("line", { x1: LEFT, x2: WIDTH - 4, y1: y(score), y2: y(score), class: "grid" }),
      label(score, { x: LEFT - 6, y: y(score) + 4, "text-anchor": "end" }),
    );
  }
  picture.append(
    svg("polyline", {
      class: "curve",
      points: points.map((point, i) => `${x(i)},${y(point.score)}`).join(" "),
    }),
  );
  points.forEach((point, i) =>
    picture.append(svg("circle", { cx: x(i), cy: y(point.score), r: 4.5, class: "point" })),
  );
  picture.append(
    label(day(points[0]), { x: LEFT, y: HEIGHT - 4 }),
    points.length > 1
      ? label(day(points.at(-1)), { x: WIDTH - 4, y: HEIGHT - 4, "text-anchor": "end" })
      : "",
  );
  return picture;
}

function table(points, say) {
  const row = (tag, cells) =>
    el("tr", {}, ...cells.map((cell) => el(tag, tag === "th" ? { scope: "col" } : {}, cell)));
  return el(
    "table",
    {},
    el("thead", {}, row("th", [say("diary.date"), say("diary.score"), say("diary.note")])),
    el(
      "tbody",
      {},
      ...points.map((point) =>
        row("td", [
          say.date(point.date, { dateStyle: "medium" }),
          String(point.score),
          point.note ?? "",
        ]),
      ),
    ),
  );
}

export function card({ text, custom }, { say, heading }) {
  const points = (custom.points ?? []).filter(
    ({ score }) => Number.isFinite(score) && score >= 0 && score <= WORST,
  );
  const advice =
    custom.advice &&
    custom.advice.change !== "none" &&
    el(
      "div",
      { className: `next ${custom.advice.change}` },
      el("strong", {}, say(`diary.${custom.advice.change}`)),
      el("p", {}, custom.advice.why ?? ""),
    );
  return el(
    "div",
    { className: "diary" },
    heading(1, say("diary")),
    points.length ? el("figure", {}, chart(points, say)) : null,
    ...markdown(text || custom.summary),
    text?.includes(custom.advice?.why) ? null : advice,
    points.length ? disclosure(say("diary.table"), table(points, say)) : null,
  );
}
