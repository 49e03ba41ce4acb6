// A site's own colour, and what goes with it. It is made darker or lighter until it can be read:
// text on it, and it as text on every ground of the chat, have a contrast of 4.5:1 (WCAG 2.2, 1.4.3).

const LEAST = 4.5;
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];
const DARK = [30, 41, 41]; // --surface in the dark
const TINT = 0.08; // how much of the colour is in --soft

const mix = (from, to, part) => from.map((value, i) => Math.round(value + (to[i] - value) * part));
const css = (colour) => `rgb(${colour})`;

/** Relative luminance, 0 to 1, of [red, green, blue], 0 to 255 each. */
function luminance(colour) {
  const [red, green, blue] = colour
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Return the colour, moved towards `end` no further than it takes to be read on `ground`. */
function readable(colour, end, ground) {
  let moved = colour;
  for (let part = 0; contrast(moved, ground) < LEAST; part += 0.02) moved = mix(colour, end, part);
  return moved;
}

/** Return the colours of the light and the dark chat; undefined, with a warning, where it is none. */
export function palette(accent) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(accent)?.[1];
  if (!hex) {
    console.warn(`sciatica-chat: no colour such as #0a6: ${accent}`);
    return undefined;
  }
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
  const given = digits.map((digit) => parseInt(digit, 16));
  // The tint that is worst to read on: that of black on a light ground, that of white on a dark one.
  const light = readable(given, BLACK, mix(WHITE, BLACK, TINT));
  const dark = readable(given, WHITE, mix(DARK, WHITE, TINT));
  const shades = (colour, surface, end, on) => ({
    "--accent": css(colour),
    "--accent-strong": css(mix(colour, end, 0.2)),
    "--on-accent": css(on),
    "--soft": css(mix(surface, colour, TINT)),
    "--mine": css(mix(surface, colour, 2 * TINT)),
  });
  return {
    light: shades(light, WHITE, BLACK, WHITE),
    dark: shades(dark, DARK, WHITE, mix(dark, BLACK, 0.9)),
  };
}
