"""Colours. Chosen apart in lightness too, so that the pictures survive a black-and-white print."""

CARD, PANEL, CARD_LINE = "#f7ead8", "#fffaf2", "#d9c3a3"
FLOOR = "#e3cfae"
INK = "#2b2a33"
SKIN, SHIRT, SLEEVE, TROUSERS, SHOE, HAIR = (
    "#d49a72",
    "#8fc3b8",
    "#7ab3a7",
    "#5b82a8",
    "#f4f1ea",
    "#4a332a",
)
# The far side of the body, paler.
FAR = {SKIN: "#ecd0ba", SLEEVE: "#c9e2dc", TROUSERS: "#bccddd", SHOE: "#faf8f4"}
FAR_INK = "#85828c"
MAT, WOOD, WALL, METAL = "#b9b4d6", "#d6ae7b", "#d8d2c8", "#9a9da6"
WATER, WATER_LINE = "#7fb9d6", "#2f7ea6"
ARROW, HALO = "#b5124a", "#ffffff"
# A glow, light in the middle: it stands out from light and dark clothes, also in grey.
FEEL, FEEL_LINE = ("#fff3c4", "#ffb648", "#e8491d"), "#7a1604"
