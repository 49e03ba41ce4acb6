// A home programme: why this stage, what to do today, when to move on and when to stop.
import { button, disclosure, el, icon, list } from "../dom.js";
import { fetchAhead } from "../later.js";
import { markdown } from "../markdown.js";
import { picture, stopBox } from "./parts.js";

const COLOURS = new Set(["green", "amber", "red"]);

function exerciseRow(one, chat) {
  const name = el(
    "span",
    { className: "names" },
    el("span", { className: "name" }, one.name),
    el("small", {}, one.dose_text ?? ""),
  );
  const row = disclosure(
    "",
    picture(one.illustration, chat),
    list(one.steps, "ol", "steps"),
    stopBox(one.stop_if, chat),
  );
  row.className = "planned";
  row.firstChild.append(name, el("span", { className: "tick" }));
  row.dataset.exercise = one.id;
  return row;
}

function trafficLight(lights, { say }) {
  const rows = lights
    .filter(({ colour }) => COLOURS.has(colour))
    .map(({ colour, from, to, text }) => {
      const name = say(`plan.${colour}`);
      const label = `${name}, ${say("plan.range", { from, to })}: `;
      return el("li", { className: colour }, el("strong", {}, label), text);
    });
  return el("ul", { className: "light" }, ...rows);
}

export function card({ text, custom }, chat) {
  const { say, heading } = chat;
  const all = custom.exercises ?? [];
  if (all.length) fetchAhead("session");
  const rows = all.map((one) => exerciseRow(one, chat));
  const count = el("p", { className: "count" });
  const start = button("", () => chat.openSession(custom, mark), { className: "primary" });

  function mark() {
    const done = all.filter(({ id }) => chat.done.has(id)).length;
    rows.forEach((row) => {
      const ticked = chat.done.has(row.dataset.exercise);
      row.querySelector(".tick").replaceChildren(...(ticked ? [icon("check"), say("plan.ticked")] : []));
    });
    start.replaceChildren(icon("play"), done === all.length ? say("plan.again") : say("plan.start"));
    count.textContent = say("plan.done", { done, all: all.length });
  }
  mark();
  const section = (key, items, className) =>
    items?.length ? disclosure(say(key), list(items, "ul", className)) : null;
  const left = custom.left_out?.map(({ name, why }) => `${name}: ${why}`);
  const files = (custom.exports ?? []).map((one) =>
    button(one.title, () => chat.send(one.payload, one.title), { className: "chip" }),
  );
  return el(
    "div",
    { className: "plan" },
    el("p", { className: "kicker" }, `${say("plan")} · ${say("plan.stage", { stage: custom.stage })}`),
    heading(1, custom.stage_title ?? say("plan")),
    custom.reason && el("p", { className: "purpose" }, custom.reason),
    all.length ? el("div", { className: "begin" }, start, count) : null,
    ...(all.length ? rows : markdown(text)),
    custom.traffic_light?.length ? heading(2, say("plan.light")) : null,
    custom.traffic_light?.length ? trafficLight(custom.traffic_light, chat) : null,
    custom.stop_when?.length
      ? el("div", { className: "stop" }, heading(2, say("plan.stop")), list(custom.stop_when))
      : null,
    section("plan.advice", custom.advice),
    section("plan.move_on", custom.move_on_when),
    section("plan.left_out", left),
    custom.review &&
      el("p", { className: "review" }, el("strong", {}, `${say("plan.review")}: `), custom.review),
    files.length
      ? el(
          "div",
          { className: "take" },
          heading(2, say("plan.take")),
          el("div", { className: "chips" }, ...files),
        )
      : null,
  );
}
