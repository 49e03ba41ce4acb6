"""Draws what is laid over the person: arrows of movement and the place where it is felt."""

from collections.abc import Iterable

from illustrations import palette
from illustrations.canvas import Element, element
from illustrations.figure import Figure
from illustrations.shapes import ellipse, local, polygon, smooth

# For each place: the line it lies along, the share of that line, how far to the front of it, and the
# half-axes of the spot (cm).
SPOTS = {
    "back": ("lumbar", 0.9, -5.5, 17, 5),
    "tummy": ("lumbar", 0.5, 5.0, 12, 6),
    "buttock": ("pelvis", -0.1, -6.5, 9, 7.5),
    "front of hip": ("pelvis", -0.1, 6.0, 10, 5.5),
    "front of thigh": ("thigh", 0.5, 4.5, 14, 5),
    "back of thigh": ("thigh", 0.5, -5.0, 14, 5),
    "ankle": ("shank", 0.93, 0.0, 7, 5),
}


def arrow(points: list[complex], size: float) -> Element:
    """Return a curved arrow through the points, with a white rim; `size` is its width in cm."""
    way = points[-1] - points[-2]
    head = local(points[-1], way, [(0, 0), (-3.4 * size, 2.2 * size), (-3.4 * size, -2.2 * size)])
    shaft = smooth([*points[:-1], points[-1] - 2.4 * size * way / abs(way)], closed=False)
    return element(
        "g", *_arrow(shaft, polygon(head), size, 2.2, palette.HALO), *_arrow(shaft, polygon(head), size)
    )


def _arrow(
    shaft: str, head: str, size: float, rim: float = 0, colour: str = palette.ARROW
) -> Iterable[Element]:
    yield element(
        "path",
        d=shaft,
        fill="none",
        stroke=colour,
        stroke_width=size * (1 + rim / 2),
        stroke_linecap="round",
    )
    yield element(
        "path",
        d=head,
        fill=colour,
        stroke=colour,
        stroke_width=size * (0.4 + rim / 2),
        stroke_linejoin="round",
    )


def spot(figure: Figure, place: str, gradient: str, line: float) -> Element:
    """Return the shading of a place on the near side of the body; `gradient` is the id of its fill."""
    segment, share, front, long, wide = SPOTS[place]
    start, end, turn = _line(figure, segment)
    along = end - start
    centre = start + along * share + turn * along / abs(along) * front
    outline = smooth(ellipse(centre, along, long, wide))
    return element(
        "path",
        d=outline,
        fill=f"url(#{gradient})",
        stroke=palette.FEEL_LINE,
        stroke_width=line,
        stroke_dasharray=f"{2 * line:g} {1.6 * line:g}",
    )


def _line(figure: Figure, segment: str) -> tuple[complex, complex, complex]:
    """Return both ends of a segment and the turn from its direction to the front of the body."""
    leg = figure.near_leg
    return {
        "pelvis": (figure.hip, figure.waist, -1j),
        "lumbar": (figure.waist, figure.chest, -1j),
        "thigh": (leg.root.at, leg.middle.at, 1j),
        "shank": (leg.middle.at, leg.end.at, 1j),
    }[segment]
