// The picture of an exercise, from the server only.
import { el } from "../dom.js";
import { serverLink } from "../links.js";

/** Return the picture ({src, alt}), or null; a picture that does not load leaves its words. */
export function picture(illustration, { server }, className = "picture") {
  const src = illustration?.src && serverLink(illustration.src, server);
  if (!src) return null;
  return el("img", { src, alt: illustration.alt ?? "", className, loading: "lazy", decoding: "async" });
}
