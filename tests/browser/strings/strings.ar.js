// A few words, to try right-to-left; the rest falls back to English.
export default {
  lang: "ar",
  dir: "rtl",
  title: "مساعد عرق النسا",
  field: "سؤالك",
  send: "أرسل",
  you: "أنت",
  assistant: "المساعد",
  close: "أغلق",
  more: "خيارات",
};
