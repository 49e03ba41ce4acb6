"""The shape of a pose file. Unknown keys, wrong types and impossible joints are errors.

Lengths are centimetres for a person of 170 cm, x to the right and y up; the floor (or the top of the
mat) is y = 0. Angles are degrees. The person is seen from the right side: the front is to the right of
somebody who stands, up for somebody who lies on their back with the head to the left, and down for
somebody on hands and knees with the head to the right.
"""

from typing import Literal

from pydantic import BaseModel, Extra, Field, conlist, constr, root_validator

Number = float
Point = tuple[Number, Number]
Caption = constr(strip_whitespace=True, min_length=1, max_length=16)
# Screen readers stumble over long descriptions.
AltText = constr(strip_whitespace=True, min_length=20, max_length=200)
FeelSpot = Literal[
    "back", "tummy", "buttock", "front of hip", "front of thigh", "back of thigh", "ankle"
]


class Record(BaseModel):
    """Settings that all records share."""

    class Config:
        extra = Extra.forbid
        frozen = True


def _angles_or_target(values: dict, angles: tuple[str, str], target: str) -> dict:
    given = [key for key in angles if values.get(key) is not None]
    if (values.get(target) is not None) == bool(given) or 0 < len(given) < len(angles):
        raise ValueError(f"give either '{angles[0]}' and '{angles[1]}', or '{target}' alone")
    return values


class Leg(Record):
    """A leg, by its joints or by where its ankle is.

    `hip` bends the thigh forward, `knee` takes the heel back, `ankle` lifts the toes. With `ankle_at`
    the joints are worked out; `across` puts the ankle on the other leg, `swivel` turns the knee out,
    toward the viewer for the near leg. `toes` is the direction the toes point in, in place of `ankle`
    (0 right, 90 up).
    """

    hip: Number | None = Field(None, ge=-30, le=130)
    knee: Number | None = Field(None, ge=0, le=155)
    ankle: Number = Field(0, ge=-65, le=30)
    ankle_at: Point | None = None
    across: bool = False
    swivel: Number = Field(0, ge=0, le=120)
    toes: Number | None = None

    @root_validator(skip_on_failure=True)
    def _one_way(cls, values: dict) -> dict:
        return _angles_or_target(values, ("hip", "knee"), "ankle_at")


class Arm(Record):
    """An arm, by its joints or by where its wrist is.

    `shoulder` lifts the arm forward, `elbow` bends it, `wrist` bends the palm in. With `wrist_at` the
    joints are worked out; `swivel` turns the elbow out to the side. `fingers` is the direction of the
    fingers, in place of `wrist`. `behind` draws the arm behind the near leg.
    """

    shoulder: Number | None = Field(None, ge=-60, le=185)
    elbow: Number | None = Field(None, ge=0, le=150)
    wrist: Number = Field(0, ge=-90, le=80)
    wrist_at: Point | None = None
    swivel: Number = Field(0, ge=0, le=120)
    fingers: Number | None = None
    behind: bool = False

    @root_validator(skip_on_failure=True)
    def _one_way(cls, values: dict) -> dict:
        return _angles_or_target(values, ("shoulder", "elbow"), "wrist_at")


class Body(Record):
    """Where the hips are, which way the pelvis points, and how everything else bends from there.

    `pelvis` is the direction from the hips to the waist: 90 upright, 180 on the back, 0 on hands and
    knees. `waist`, `chest`, `neck` and `nod` bend forward. The near side is drawn darker.
    """

    hip_at: Point
    pelvis: Number
    waist: Number = Field(0, ge=-30, le=45)
    chest: Number = Field(0, ge=-30, le=45)
    neck: Number = Field(0, ge=-45, le=60)
    nod: Number = Field(0, ge=-30, le=30)
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm


class Prop(Record):
    """A thing in the picture, between two opposite corners.

    `from` is the lower left corner, `to` the upper right one. A chair faces right: `from` is the top of
    its back, `to` the front edge of its seat.
    """

    kind: Literal["mat", "cushion", "block", "counter", "table", "chair", "wall", "rail", "water"]
    start: Point = Field(alias="from")
    end: Point = Field(alias="to")


class Frame(Record):
    """One of the two pictures."""

    caption: Caption
    body: Body
    props: list[Prop] = []
    arrows: list[conlist(Point, min_items=2)] = []
    feel: list[FeelSpot] = []


class Pose(Record):
    """The picture of one exercise: the start and the end of its movement.

    `slant` is how far a centimetre toward the viewer moves a knee or foot in the picture, to show a leg
    that points at the viewer.
    """

    id: constr(regex=r"^ex-[a-z0-9]+(-[a-z0-9]+)*$")
    alt: AltText
    slant: Point = (0, 0)
    props: list[Prop] = []
    start: Frame
    end: Frame


class Labels(Record):
    """Words that stand in every picture."""

    feel: Caption
