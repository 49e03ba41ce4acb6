// A topic: its text, and its sources on demand.
import { markdown } from "../markdown.js";
import { sources } from "./parts.js";

export function card({ text, custom }, { say, heading }) {
  return [custom.title && heading(1, custom.title), ...markdown(text), sources(custom, say)];
}
