"""Outlines as lists of points, and their way into SVG path data. Points are complex numbers."""

import cmath
import math

Outline = list[complex]


def number(value: float) -> str:
    """Return a short decimal for SVG: a tenth of a unit is finer than a phone shows."""
    return f"{round(value, 1) + 0:g}"


def pair(point: complex) -> str:
    """Return a point as SVG writes it."""
    return f"{number(point.real)} {number(point.imag)}"


def smooth(points: Outline, closed: bool = True) -> str:
    """Return path data of a smooth line through all points (Catmull-Rom as cubic Bezier curves)."""
    count = len(points)

    def at(i: int) -> complex:
        return points[i % count] if closed else points[min(max(i, 0), count - 1)]

    curves = []
    for i in range(count if closed else count - 1):
        first = at(i) + (at(i + 1) - at(i - 1)) / 6
        second = at(i + 1) - (at(i + 2) - at(i)) / 6
        curves.append(f"C{pair(first)} {pair(second)} {pair(at(i + 1))}")
    return f"M{pair(points[0])}{''.join(curves)}{'Z' if closed else ''}"


def polygon(points: Outline) -> str:
    """Return path data of straight lines around all points."""
    return f"M{'L'.join(pair(point) for point in points)}Z"


def tapered(start: complex, end: complex, widths: list[tuple[float, float]]) -> Outline:
    """Return a limb with round ends around the line from start to end.

    Args:
        start: upper joint.
        end: lower joint.
        widths: at equal distances from start to end, how far the limb reaches to its front
            (counter-clockwise of the line) and to its back, in the unit of the points.
    """
    along = _unit(end - start)
    across = along * 1j
    stations = [start + (end - start) * i / (len(widths) - 1) for i in range(len(widths))]
    front = [at + across * w for at, (w, _) in zip(stations, widths)]
    back = [at - across * w for at, (_, w) in zip(stations, widths)]
    return [
        *front,
        *_cap(end, along, widths[-1]),
        *reversed(back),
        *_cap(start, -along, widths[0][::-1]),
    ]


def _cap(at: complex, along: complex, reach: tuple[float, float]) -> Outline:
    """Return the points of a round end between front and back; they lie in the direction `along`."""
    size = sum(reach) / 2
    tilt = cmath.rect(1, math.pi / 4)
    return [at + along * tilt * reach[0], at + along * size, at + along / tilt * reach[1]]


def tube(line: list[tuple[complex, complex, float, float]]) -> Outline:
    """Return an outline around a bent line.

    Args:
        line: for each station the point, the unit vector to the front, and the reach to front and back.
    """
    front = [at + normal * reach for at, normal, reach, _ in line]
    back = [at - normal * reach for at, normal, _, reach in line]
    return [*front, *reversed(back)]


def ellipse(centre: complex, along: complex, long: float, wide: float) -> Outline:
    """Return eight points of an ellipse whose long half-axis lies in the direction `along`."""
    turns = [cmath.rect(1, math.pi * i / 4) for i in range(8)]
    return [centre + _unit(along) * complex(turn.real * long, turn.imag * wide) for turn in turns]


def local(origin: complex, x_axis: complex, points: list[tuple[float, float]]) -> Outline:
    """Return points given in a frame of their own (x along `x_axis`, y counter-clockwise of it)."""
    return [origin + _unit(x_axis) * complex(*point) for point in points]


def _unit(way: complex) -> complex:
    return way / abs(way)
