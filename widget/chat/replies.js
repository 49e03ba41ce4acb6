// What can be answered without typing: the buttons of the last reply, a scale of numbers, or choices of
// which several may fit. They stand between the log and the field, buttons one Tab stop from it.
import { button, el, roving } from "./dom.js";

const NUMBER = /^\d+$/;

/** Return the buttons of a turn, each once: those sent, else related questions or suggestions. */
export function repliesOf(turn) {
  const offered = turn.messages.flatMap((message) => {
    if (message.buttons?.length) return message.buttons;
    const topics = message.custom?.related ?? message.custom?.suggestions ?? [];
    return topics.map(({ topic, title }) => ({ title, payload: `/faq${JSON.stringify({ topic })}` }));
  });
  const scale = turn.messages.map((message) => message.custom?.scale).find(Boolean);
  if (scale && !offered.length) {
    for (let n = scale.from; n <= scale.to; n += 1)
      offered.push({ title: String(n), payload: String(n) });
  }
  const seen = new Set();
  return offered.filter(({ title, payload }) => title && payload && !seen.has(title) && seen.add(title));
}

/** Return choices that can be ticked, and a button to send them; "none of these" excludes the others. */
function choicesBar({ choices, none }, others, say, choose) {
  const boxes = choices.map((value) => el("input", { type: "checkbox", value }));
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const submit = button(
    say("question.send"),
    () => {
      const title = chosen().join(", ");
      choose({ title, payload: `/give_answer${JSON.stringify({ answer: title })}` });
    },
    { className: "primary", disabled: true },
  );
  const onchange = ({ target }) => {
    for (const box of boxes) {
      const excluded = box !== target && (box.value === none || target.value === none);
      if (target.checked && excluded) box.checked = false;
    }
    submit.disabled = !chosen().length;
  };
  return el(
    "fieldset",
    { className: "replies", onchange },
    el("legend", {}, say("question.several")),
    ...boxes.map((box) => el("label", { className: "toggle" }, box, box.value)),
    el("div", { className: "chips" }, submit, ...others),
  );
}

/** Return the replies to a turn as a group, or null. `choose({title, payload})` is called once. */
export function replyBar(turn, say, choose) {
  const replies = repliesOf(turn);
  if (!replies.length) return null;
  const isScale = turn.messages.some((message) => message.custom?.scale);
  const numbers = isScale && replies.filter(({ title }) => NUMBER.test(title));
  const chip = (reply, className) => button(reply.title, () => choose(reply), { className });
  const question = turn.messages.map(({ custom }) => custom).find((custom) => custom?.several);
  if (Array.isArray(question?.choices)) {
    const others = replies.filter(({ title }) => !question.choices.includes(title));
    return choicesBar(question, others.map((reply) => chip(reply, "chip")), say, choose);
  }
  const bar = el("div", { className: "replies", role: "toolbar", "aria-label": say("replies") });
  if (numbers?.length) {
    bar.append(
      el("div", { className: "scale" }, ...numbers.map((reply) => chip(reply, "number"))),
      el(
        "p",
        { className: "ends", "aria-hidden": "true" },
        el("span", {}, say("question.low", { n: numbers[0].title })),
        el("span", {}, say("question.high", { n: numbers.at(-1).title })),
      ),
    );
  }
  bar.append(
    ...replies
      .filter((reply) => !numbers || !numbers.includes(reply))
      .map((reply) => chip(reply, "chip")),
  );
  return roving(bar);
}
