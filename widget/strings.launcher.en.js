// The words shown before the chat is opened.
export default {
  dir: "ltr",
  open: "Ask about sciatica",
  unavailable:
    "The assistant cannot be opened right now. Please try again. In an emergency call 911, 999 or 112.",
};
