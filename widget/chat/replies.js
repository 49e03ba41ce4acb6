// What can be answered with one press: the buttons of the last reply, or a scale of numbers.
// They stand between the log and the field, one Tab stop from it.
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

/** Return the toolbar for a turn, or null. `choose({title, payload})` is called once. */
export function replyBar(turn, say, choose) {
  const replies = repliesOf(turn);
  if (!replies.length) return null;
  const isScale = turn.messages.some((message) => message.custom?.scale);
  const numbers = isScale && replies.filter(({ title }) => NUMBER.test(title));
  const chip = (reply, className) => button(reply.title, () => choose(reply), { className });
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
