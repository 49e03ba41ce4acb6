// Reads cues aloud with the browser's own voice, only when the person asked for it.

const synthesis = globalThis.speechSynthesis;

export const canSpeak = Boolean(synthesis && globalThis.SpeechSynthesisUtterance);

export function speak(text, lang) {
  synthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  synthesis.speak(utterance);
}

export function silence() {
  synthesis?.cancel();
}
