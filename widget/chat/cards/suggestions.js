// Not understood: the text asks, and the nearest topics stand below as replies.
import { markdown } from "../markdown.js";

export function suggestions({ text, custom }, { say }) {
  return markdown(text || (custom.suggestions?.length ? say("suggestions") : ""));
}
