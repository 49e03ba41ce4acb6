"""Draws a figure: a person in a T-shirt and trousers, the far side paler than the near side."""

import cmath

from illustrations import palette
from illustrations.canvas import Element, Part, element, merged
from illustrations.figure import Figure, Limb
from illustrations.shapes import Outline, ellipse, local, smooth, tapered, tube

# Reach of the body to its front and back (cm) at equal distances from the upper to the lower joint.
THIGH = [(9, 10), (9, 9), (8, 7.5), (6.2, 6.2)]
SHANK = [(6, 6.2), (5.2, 7.2), (4.5, 5.8), (3.8, 4)]
UPPER_ARM = [(5.2, 5.2), (4.6, 4.8), (4, 4.2)]
FOREARM = [(4.1, 4.1), (3.8, 4), (2.7, 2.7)]
SLEEVE = [(6, 6), (5.8, 5.8), (5.4, 5.4)]
# The shirt from hem to shoulder: segment, share of its length, reach to front and back.
SHIRT = [
    ("pelvis", 0.6, 8.0, 8.0),
    ("lumbar", 0.1, 9.5, 7.8),
    ("lumbar", 0.7, 10.5, 8.0),
    ("thorax", 0.25, 12.0, 9.8),
    ("thorax", 0.65, 11.5, 10.5),
    ("thorax", 0.95, 8.0, 8.0),
]
# Frames of their own: x from the hip to the waist, y to the back.
PELVIS = [
    (15, -9),
    (15.5, 0),
    (15, 7.5),
    (8, 10.5),
    (0, 12),
    (-6, 10),
    (-10, 3),
    (-9, -4),
    (-2, -9),
    (7, -9.5),
]
# x along the toes, y up from the sole; the ankle is the origin.
FOOT = [
    (-5, 0),
    (-6.5, -4),
    (-5.5, -7),
    (6, -6.6),
    (16, -7),
    (19.5, -5.2),
    (17, -2),
    (9, 0.5),
    (4.5, 3.5),
    (-3, 4),
]
# x to the finger tips, y to the back of the hand; the wrist is the origin.
HAND = [(-1, 2.8), (5, 3.3), (11, 2.8), (17, 0.6), (15, -1.2), (9, -2.3), (5, -3.2), (-1, -2.8)]
# x to the crown, y to the back of the head.
HEAD = [
    *(
        (-11, -6.5),
        (-9, -8.2),
        (-5.6, -8.4),
        (-3.6, -9.4),
        (-2.6, -11.8),
        (-0.6, -10.4),
        (2, -8.8),
        (6, -8.8),
    ),
    *((10, -5.5), (11.8, 0), (9.5, 6.5), (4, 9.8), (-3, 8.8), (-7, 5.5), (-10, 0)),
]
HAIR = [
    *((5.2, -9.4), (8.4, -8.8), (11.6, -5.5), (13.2, 0.5), (10.6, 7.6), (4, 11), (-3.5, 10), (-8, 6.8)),
    *((-6.5, 3.6), (-1.5, 3.8), (1.5, 1.2), (3.4, -2.8)),
]


def far_limbs(figure: Figure, line: float) -> Element:
    """Return the far arm and leg, to be drawn first. `line` is the width of the contour in cm."""
    arm = merged(_pale([*_arm(figure.far_arm), *_sleeve(figure.far_arm)]), line, palette.FAR_INK)
    leg = merged(_pale(_leg(figure.far_leg)), line, palette.FAR_INK)
    return element("g", arm, leg)


def trunk(figure: Figure, line: float) -> Element:
    """Return head, neck and shirt."""
    up = cmath.rect(1, figure.head_up)
    neck = tapered(figure.shoulder, figure.head - 3 * up, [(5.2, 5.8), (4.8, 5), (5, 5)])
    skin = [Part(neck, palette.SKIN), Part(local(figure.head, up, HEAD), palette.SKIN)]
    hair = Part(local(figure.head, up, HAIR), palette.HAIR)
    shirt = Part(tube(_stations(figure)), palette.SHIRT)
    return element(
        "g",
        merged(skin, line),
        merged([hair], line / 2),
        *_face(figure.head, up, line),
        merged([shirt], line),
    )


def near_leg(figure: Figure, line: float) -> Element:
    """Return the near leg with the pelvis."""
    return merged([Part(_pelvis(figure), palette.TROUSERS), *_leg(figure.near_leg)], line)


def near_arm(figure: Figure, line: float) -> Element:
    """Return the near arm."""
    skin, sleeve = merged(_arm(figure.near_arm), line), merged(_sleeve(figure.near_arm), line)
    return element("g", skin, sleeve)


def outlines(figure: Figure) -> list[complex]:
    """Return the points of everything that is drawn of a figure, to find its extent."""
    up = cmath.rect(1, figure.head_up)
    limbs = [
        *_leg(figure.near_leg),
        *_leg(figure.far_leg),
        *_arm(figure.near_arm),
        *_arm(figure.far_arm),
    ]
    return [
        *(point for part in limbs for point in part.outline),
        *local(figure.head, up, HAIR),
        *local(figure.head, up, HEAD),
        *_pelvis(figure),
        *tube(_stations(figure)),
    ]


def near_outlines(figure: Figure) -> list[Outline]:
    """Return the pieces of the trunk and the near leg, where shading may lie."""
    return [tube(_stations(figure)), _pelvis(figure), *(part.outline for part in _leg(figure.near_leg))]


def _pelvis(figure: Figure) -> Outline:
    return local(figure.hip, figure.waist - figure.hip, PELVIS)


def _stations(figure: Figure) -> list[tuple[complex, complex, float, float]]:
    ends = {
        "pelvis": (figure.hip, figure.waist),
        "lumbar": (figure.waist, figure.chest),
        "thorax": (figure.chest, figure.shoulder),
    }
    stations = []
    for segment, share, front, back in SHIRT:
        start, end = ends[segment]
        normal = -1j * (end - start) / abs(end - start)
        stations.append((start + (end - start) * share, normal, front, back))
    return stations


def _leg(limb: Limb) -> list[Part]:
    toes = limb.tip.at - limb.end.at
    return [
        Part(tapered(limb.middle.at, limb.end.at, SHANK), palette.TROUSERS),
        Part(local(limb.end.at, toes, FOOT), palette.SHOE),
        Part(tapered(limb.root.at, limb.middle.at, THIGH), palette.TROUSERS),
    ]


def _arm(limb: Limb) -> list[Part]:
    return [
        Part(local(limb.end.at, limb.tip.at - limb.end.at, HAND), palette.SKIN),
        Part(tapered(limb.root.at, limb.middle.at, UPPER_ARM), palette.SKIN),
        Part(tapered(limb.middle.at, limb.end.at, FOREARM), palette.SKIN),
    ]


def _sleeve(limb: Limb) -> list[Part]:
    end = limb.root.at + 0.6 * (limb.middle.at - limb.root.at)
    return [Part(tapered(limb.root.at, end, SLEEVE), palette.SLEEVE)]


def _pale(parts: list[Part]) -> list[Part]:
    return [Part(part.outline, palette.FAR[part.fill]) for part in parts]


def _face(head: complex, up: complex, line: float) -> list[Element]:
    eye: Outline = ellipse(*local(head, up, [(0.8, -5.6)]), up, 1.3, 0.9)
    ear: Outline = ellipse(*local(head, up, [(-1.5, 1.2)]), up, 2.6, 1.7)
    smile: Outline = local(head, up, [(-5.4, -7.6), (-6.3, -6.2), (-6.2, -4.8)])
    return [
        element("path", d=smooth(eye), fill=palette.INK),
        element("path", d=smooth(ear), fill=palette.SKIN, stroke=palette.INK, stroke_width=line * 0.7),
        element(
            "path",
            d=smooth(smile, closed=False),
            fill="none",
            stroke=palette.INK,
            stroke_width=line * 0.8,
        ),
    ]
