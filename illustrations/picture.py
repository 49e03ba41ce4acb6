"""Puts two frames on a card: figures at one scale, numbers, captions, what the shading means."""

from dataclasses import dataclass
from xml.etree import ElementTree

from illustrations import body, marks, palette, props
from illustrations.canvas import Element, element
from illustrations.figure import Figure, figure
from illustrations.layout import CAPTION, FLOOR, LEGEND, MARGIN, WIDTH, Layout, fit
from illustrations.models import Frame, Labels, Pose, Prop
from illustrations.shapes import number, smooth

# In units of the picture, which are CSS pixels where it is 320 pixels wide.
FONT_SIZE, BADGE = 13.0, 9.0
LINE, ARROW = 1.1, 3.0
FONTS = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True)
class Scene:
    """A frame with its posed figure and all things around it. `name` makes ids in the SVG unique."""

    frame: Frame
    person: Figure
    things: list[Prop]
    name: str

    def extent(self) -> list[complex]:
        """Return points (cm) that bound everything in the scene."""
        corners = [complex(*corner) for thing in self.things for corner in (thing.start, thing.end)]
        arrows = [complex(*point) for points in self.frame.arrows for point in points]
        # The floor counts also where nobody touches it.
        return [*body.outlines(self.person), *corners, *arrows, 0j]


def draw(pose: Pose, title: str, labels: Labels) -> str:
    """Return the picture of an exercise as an SVG document.

    Args:
        pose: what to draw.
        title: the name of the exercise.
        labels: words of the legend.

    Raises:
        PoseError: when a limb of the pose cannot reach its place.
    """
    scenes = [
        Scene(
            frame,
            figure(frame.body, complex(*pose.slant)),
            [*pose.props, *frame.props],
            f"{pose.id}-{i}",
        )
        for i, frame in enumerate((pose.start, pose.end), start=1)
    ]
    layout = fit([point for scene in scenes for point in scene.extent()])
    felt = any(scene.frame.feel for scene in scenes)
    height = layout.bottom + (LEGEND if felt else 0) + MARGIN / 2
    gradient = f"{pose.id}-feel"
    root = element(
        "svg",
        element("title", text=title),
        element("desc", text=pose.alt),
        element("defs", _gradient(gradient)),
        _card(0, 0, WIDTH, height, palette.CARD, 10),
        *(panel for i, scene in enumerate(scenes) for panel in _panel(i, scene, layout, gradient)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(WIDTH)} {number(height)}",
        role="img",
        font_family=FONTS,
        font_size=FONT_SIZE,
    )
    if felt:
        root.extend(_legend(labels.feel, gradient, layout.bottom))
    return ElementTree.tostring(root, encoding="unicode")


def _panel(index: int, scene: Scene, layout: Layout, gradient: str) -> list[Element]:
    left, top = layout.corner(index)
    ground = top + layout.height
    return [
        _card(left, top, layout.width, layout.height + FLOOR, palette.PANEL, 6),
        _floor(left, ground, layout.width),
        _world(scene, layout, left, ground, gradient),
        *_caption(index + 1, scene.frame.caption, left, ground + FLOOR + CAPTION / 2),
    ]


def _world(scene: Scene, layout: Layout, left: float, ground: float, gradient: str) -> Element:
    """Return a figure with its things and marks, in cm with y up, placed by one transform."""
    frame, person, scale = scene.frame, scene.person, layout.scale
    line = LINE / scale
    leg = [body.near_leg(person, line), *_feel(scene, gradient, line)]
    arm = [body.near_arm(person, line)]
    near = [*arm, *leg] if frame.body.near_arm.behind else [*leg, *arm]
    return element(
        "g",
        *(props.draw(thing, line) for thing in scene.things if thing.kind not in props.IN_FRONT),
        body.far_limbs(person, line),
        body.trunk(person, line),
        *near,
        *(props.draw(thing, line) for thing in scene.things if thing.kind in props.IN_FRONT),
        *(marks.arrow([complex(*point) for point in points], ARROW / scale) for points in frame.arrows),
        transform=f"translate({left - layout.left * scale:.2f} {ground + layout.floor * scale:.2f}) "
        f"scale({scale:.4f} {-scale:.4f})",
    )


def _feel(scene: Scene, gradient: str, line: float) -> list[Element]:
    """Return the shaded places, cut off where the body ends."""
    if not scene.frame.feel:
        return []
    clip = f"{scene.name}-body"
    outlines = [element("path", d=smooth(outline)) for outline in body.near_outlines(scene.person)]
    spots = [marks.spot(scene.person, place, gradient, line) for place in scene.frame.feel]
    return [element("clipPath", *outlines, id=clip), element("g", *spots, clip_path=f"url(#{clip})")]


def _card(x: float, y: float, width: float, height: float, fill: str, corner: float) -> Element:
    return element(
        "rect",
        x=x + 0.5,
        y=y + 0.5,
        width=width - 1,
        height=height - 1,
        rx=corner,
        fill=fill,
        stroke=palette.CARD_LINE,
    )


def _floor(left: float, top: float, width: float) -> Element:
    return element(
        "rect", x=left + 2, y=top, width=width - 4, height=FLOOR - 2, rx=3.0, fill=palette.FLOOR
    )


def _caption(count: int, text: str, left: float, middle: float) -> list[Element]:
    x, baseline = left + BADGE + 1, middle + FONT_SIZE / 3
    return [
        element("circle", cx=x, cy=middle, r=BADGE, fill=palette.INK),
        element(
            "text",
            text=str(count),
            x=x,
            y=baseline,
            fill="#ffffff",
            text_anchor="middle",
            font_weight="bold",
        ),
        _words(text, left, baseline),
    ]


def _legend(text: str, gradient: str, top: float) -> list[Element]:
    middle = top + LEGEND / 2 - 3
    swatch = element(
        "ellipse",
        cx=MARGIN + BADGE + 1,
        cy=middle,
        rx=BADGE,
        ry=6.0,
        fill=f"url(#{gradient})",
        stroke=palette.FEEL_LINE,
        stroke_dasharray="2.2 1.8",
    )
    return [swatch, _words(text, MARGIN, middle + FONT_SIZE / 3)]


def _words(text: str, left: float, baseline: float) -> Element:
    return element("text", text=text, x=left + 2 * BADGE + 6, y=baseline, fill=palette.INK)


def _gradient(name: str) -> Element:
    """Return the fill of the shading, from the middle to the rim."""
    stops = zip(("0", "0.55", "1"), palette.FEEL)
    return element(
        "radialGradient",
        *(element("stop", offset=at, stop_color=colour) for at, colour in stops),
        id=name,
    )
