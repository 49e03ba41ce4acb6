"""Draws the things around the person: mat, chair, step, wall, water."""

from collections.abc import Callable

from illustrations import palette
from illustrations.canvas import Element, element
from illustrations.models import Prop
from illustrations.shapes import smooth

# These are drawn over the person.
IN_FRONT = {"water"}


def draw(prop: Prop, line: float) -> Element:
    """Return a thing as SVG; lengths in cm, `line` is the width of a contour."""
    return _DRAWERS[prop.kind](prop, line)


def _box(
    x0: float, y0: float, x1: float, y1: float, fill: str, line: float, round_: float = 0.0
) -> Element:
    """Return a rectangle between two opposite corners."""
    return element(
        "rect",
        x=min(x0, x1),
        y=min(y0, y1),
        width=abs(x1 - x0),
        height=abs(y1 - y0),
        rx=round_,
        fill=fill,
        stroke=palette.INK,
        stroke_width=line,
    )


def _plain(fill: str, round_: float) -> Callable[[Prop, float], Element]:
    return lambda prop, line: _box(*prop.start, *prop.end, fill, line, round_)


def _chair(prop: Prop, line: float) -> Element:
    (back, top), (front, seat) = prop.start, prop.end
    wood = palette.WOOD
    return element(
        "g",
        _box(back + 1, 0, back + 5, seat, wood, line),
        _box(front - 6, 0, front - 2, seat, wood, line),
        _box(back - 1, seat - 2, back + 3, top, wood, line, 2),
        _box(back - 1, seat - 5, front, seat, wood, line, 2),
    )


def _counter(prop: Prop, line: float) -> Element:
    (left, floor), (right, top) = prop.start, prop.end
    return element(
        "g",
        _box(left + 3, floor, right - 3, top - 5, palette.WALL, line * 0.7),
        _box(left, top - 5, right, top, palette.WOOD, line, 1),
    )


def _table(prop: Prop, line: float) -> Element:
    (left, floor), (right, top) = prop.start, prop.end
    return element(
        "g",
        _box(left + 4, floor, left + 8, top - 4, palette.WOOD, line),
        _box(right - 8, floor, right - 4, top - 4, palette.WOOD, line),
        _box(left, top - 4, right, top, palette.WOOD, line, 1),
    )


def _rail(prop: Prop, line: float) -> Element:
    (left, floor), (right, top) = prop.start, prop.end
    return element(
        "g",
        _box(right - 5, floor, right - 2, top - 1, palette.METAL, line),
        _box(left, top - 3, right, top, palette.METAL, line, 1.5),
    )


def _water(prop: Prop, line: float) -> Element:
    (left, floor), (right, level) = prop.start, prop.end
    waves = round((right - left) / 12)
    width = (right - left) / waves
    crest = [
        complex(left + i * width / 2, level + (1.5 if i % 2 else -1.5)) for i in range(2 * waves + 1)
    ]
    return element(
        "g",
        element(
            "path",
            d=f"{smooth(crest, closed=False)}V{floor:g}H{left:g}Z",
            fill=palette.WATER,
            fill_opacity=0.45,
        ),
        element(
            "path",
            d=smooth(crest, closed=False),
            fill="none",
            stroke=palette.WATER_LINE,
            stroke_width=1.6 * line,
        ),
    )


_DRAWERS = {
    "mat": _plain(palette.MAT, 1.5),
    "cushion": _plain(palette.MAT, 3),
    "block": _plain(palette.WOOD, 1),
    "wall": _plain(palette.WALL, 0),
    "chair": _chair,
    "counter": _counter,
    "table": _table,
    "rail": _rail,
    "water": _water,
}
