"""Writes SVG elements. Only presentation attributes: a strict content policy forbids style elements."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from illustrations import palette
from illustrations.shapes import Outline, number, smooth

Element = ElementTree.Element


def element(tag: str, *children: Element, text: str | None = None, **attributes: str | float) -> Element:
    """Return an element; `stroke_width` becomes `stroke-width`, numbers are shortened."""
    made = ElementTree.Element(
        tag,
        {
            key.rstrip("_").replace("_", "-"): value if isinstance(value, str) else number(value)
            for key, value in attributes.items()
        },
    )
    made.extend(children)
    made.text = text
    return made


@dataclass(frozen=True)
class Part:
    """A filled piece of the body."""

    outline: Outline
    fill: str


def merged(parts: Iterable[Part], line: float, ink: str = palette.INK) -> Element:
    """Return parts that share one contour: all lines first, then all fills, so that no seam shows.

    Args:
        parts: pieces, lowest first.
        line: width of the contour outside the fill.
        ink: colour of the contour.
    """
    paths = [(smooth(part.outline), part.fill) for part in parts]
    lines = [element("path", d=d) for d, _ in paths]
    fills = [element("path", d=d, fill=fill) for d, fill in paths]
    stroke = element("g", *lines, stroke=ink, stroke_width=2 * line, stroke_linejoin="round", fill=ink)
    return element("g", stroke, *fills)
