"""Puts two frames side by side on a card: figures at one scale, numbers, captions, what the shading means."""

from dataclasses import dataclass
from xml.etree import ElementTree

from illustrations import body, marks, palette, props
from illustrations.canvas import Element, element
from illustrations.figure import Figure, figure
from illustrations.models import Frame, Labels, Pose, Prop
from illustrations.shapes import number

# Units of the picture: at 320 CSS pixels of width, one unit is one pixel.
WIDTH, MARGIN, GAP = 320.0, 6.0, 6.0
PANEL = (WIDTH - 2 * MARGIN - GAP) / 2
PADDING, TALLEST, BADGE = 5.0, 158.0, 20.0
FLOOR, CAPTION, LEGEND = 6.0, 24.0, 20.0
FONT_SIZE = 13.0
LARGEST_SCALE = 1.0
LINE, ARROW = 1.1, 3.0


@dataclass(frozen=True)
class View:
    """What part of the world a panel shows: left edge and floor (cm), units for a cm, height in units."""

    left: float
    floor: float
    scale: float
    height: float


def draw(pose: Pose, title: str, labels: Labels) -> str:
    """Return the picture of an exercise as an SVG document.

    Args:
        pose: what to draw.
        title: the name of the exercise.
        labels: words of the legend.

    Raises:
        PoseError: when a limb of the pose cannot reach its place.
    """
    slant = complex(*pose.slant)
    frames = [
        (frame, figure(frame.body, slant), [*pose.props, *frame.props]) for frame in (pose.start, pose.end)
    ]
    view = fit(frames)
    felt = any(frame.feel for frame, *_ in frames)
    top = MARGIN + view.height + FLOOR
    height = top + CAPTION + (LEGEND if felt else 0) + MARGIN / 2
    root = element(
        "svg",
        element("title", text=title),
        element("desc", text=pose.alt),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(WIDTH)} {number(height)}",
        role="img",
        font_family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif",
        font_size=FONT_SIZE,
    )
    gradient = f"{pose.id}-feel"
    root.append(element("defs", _gradient(gradient)))
    root.append(_card(0, 0, WIDTH, height, palette.CARD, 10))
    for i, (frame, person, things) in enumerate(frames):
        left = MARGIN + i * (PANEL + GAP)
        root.append(_card(left, MARGIN, PANEL, view.height + FLOOR, palette.PANEL, 6))
        root.append(_floor(left, MARGIN + view.height))
        root.append(_scene(frame, person, things, view, left, gradient))
        root.extend(_caption(i + 1, frame.caption, left, top))
    if felt:
        root.extend(_legend(labels.feel, gradient, top + CAPTION))
    return ElementTree.tostring(root, encoding="unicode")


def fit(frames: list[tuple[Frame, Figure, list[Prop]]]) -> View:
    """Return the largest view that holds both frames, so that nothing jumps from one to the other."""
    points = [point for frame in frames for point in _extent(*frame)]
    left, right = min(p.real for p in points), max(p.real for p in points)
    floor, top = min(p.imag for p in points), max(p.imag for p in points)
    scale = min((PANEL - 2 * PADDING) / (right - left), (TALLEST - PADDING) / (top - floor), LARGEST_SCALE)
    slack = (PANEL / scale - (right - left)) / 2
    return View(left - slack, floor, scale, (top - floor) * scale + PADDING)


def _extent(frame: Frame, person: Figure, things: list[Prop]) -> list[complex]:
    corners = [complex(*corner) for thing in things for corner in (thing.start, thing.end)]
    arrows = [complex(*point) for points in frame.arrows for point in points]
    # The floor counts also where nobody touches it.
    return [*body.outlines(person), *corners, *arrows, 0j]


def _scene(
    frame: Frame, person: Figure, things: list[Prop], view: View, left: float, gradient: str
) -> Element:
    """Return one figure with its things and marks, in cm with y up, placed by one transform."""
    line = LINE / view.scale
    arms = body.near_arm(person, line)
    legs = body.near_leg(person, line)
    front = [legs, arms]
    spots = [marks.spot(person, place, gradient, line) for place in frame.feel]
    arrows = [
        marks.arrow([complex(*point) for point in points], ARROW / view.scale) for points in frame.arrows
    ]
    x = left - view.left * view.scale
    y = MARGIN + view.height + view.floor * view.scale
    return element(
        "g",
        *(props.draw(thing, line) for thing in things if thing.kind not in props.IN_FRONT),
        body.far_limbs(person, line),
        body.trunk(person, line),
        *(reversed(front) if frame.body.near_arm.behind else front),
        *spots,
        *(props.draw(thing, line) for thing in things if thing.kind in props.IN_FRONT),
        *arrows,
        transform=f"translate({x:.2f} {y:.2f}) scale({view.scale:.4f} {-view.scale:.4f})",
    )


def _card(x: float, y: float, width: float, height: float, fill: str, round_: float) -> Element:
    return element(
        "rect",
        x=x + 0.5,
        y=y + 0.5,
        width=width - 1,
        height=height - 1,
        rx=round_,
        fill=fill,
        stroke=palette.CARD_LINE,
    )


def _floor(left: float, top: float) -> Element:
    return element("rect", x=left + 1, y=top, width=PANEL - 2, height=FLOOR - 1, fill=palette.FLOOR)


def _caption(count: int, text: str, left: float, top: float) -> list[Element]:
    middle = top + CAPTION / 2
    badge = element("circle", cx=left + 10, cy=middle, r=9, fill=palette.INK)
    digit = element(
        "text", text=str(count), x=left + 10, y=middle + 4.5, fill="#ffffff", text_anchor="middle", font_weight="bold"
    )
    return [badge, digit, element("text", text=text, x=left + 24, y=middle + 4.5, fill=palette.INK)]


def _legend(text: str, gradient: str, top: float) -> list[Element]:
    middle = top + LEGEND / 2 - 3
    swatch = element(
        "ellipse",
        cx=MARGIN + 10,
        cy=middle,
        rx=9,
        ry=6,
        fill=f"url(#{gradient})",
        stroke=palette.FEEL_LINE,
        stroke_dasharray="2.2 1.8",
    )
    return [swatch, element("text", text=text, x=MARGIN + 24, y=middle + 4.5, fill=palette.INK)]


def _gradient(name: str) -> Element:
    """Return the soft fill of the shading: strong in the middle, faint at the rim."""
    stops = [(0, 0.95), (0.55, 0.8), (1, 0.25)]
    return element(
        "radialGradient",
        *(element("stop", offset=f"{at:g}", stop_color=palette.FEEL, stop_opacity=f"{o:g}") for at, o in stops),
        id=name,
    )
