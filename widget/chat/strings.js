// The words of the chat in the language of the page.

async function words(language) {
  const { default: english } = await import("../strings.en.js");
  if (!language || language === "en" || !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(language)) return english;
  try {
    return { ...english, ...(await import(`../strings.${language}.js`)).default };
  } catch {
    return english;
  }
}

/** Return `say(key, values)`: the words for a key with {values} put in; lists are returned as they are. */
export async function loadStrings(language) {
  const known = await words(language);
  // The person's own variant of the language writes dates as they are used to.
  const locale =
    navigator.languages.find((own) => own.split("-")[0] === known.lang.split("-")[0]) ?? known.lang;
  let plural;
  const say = (key, values = {}) => {
    let found = known[key] ?? "";
    if (found.other) {
      plural ??= new Intl.PluralRules(known.lang);
      found = found[plural.select(values.n)] ?? found.other;
    }
    if (typeof found !== "string") return found;
    return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
  say.date = (iso, options = { dateStyle: "long" }) => {
    const date = new Date(iso);
    return Number.isNaN(date.valueOf())
      ? String(iso)
      : new Intl.DateTimeFormat(locale, options).format(date);
  };
  return say;
}
