"""From joint angles to points in space. Limbs have one length each, so the body keeps its proportions.

Points of the picture are complex numbers (x + iy, cm); depth is the distance toward the viewer (cm).
Segment lengths follow Drillis and Contini's body-segment proportions for a height of 170 cm.
"""

import cmath
import math
from dataclasses import dataclass

from illustrations.models import Arm, Body, Leg

PELVIS, LUMBAR, THORAX, NECK = 12.0, 15.0, 22.0, 20.0
UPPER_ARM, FOREARM, HAND = 30.0, 25.0, 17.0
THIGH, SHANK, FOOT = 42.0, 41.0, 20.0
HIP_DEPTH, SHOULDER_DEPTH = 9.0, 17.0


class PoseError(ValueError):
    """A joint cannot be brought where the pose wants it."""


@dataclass(frozen=True)
class Joint:
    """A point of the body: place in the picture and depth, both in cm."""

    at: complex
    depth: float = 0.0


@dataclass(frozen=True)
class Limb:
    """An arm (shoulder, elbow, wrist, finger tips) or a leg (hip, knee, ankle, toes)."""

    root: Joint
    middle: Joint
    end: Joint
    tip: Joint


@dataclass(frozen=True)
class Figure:
    """All joints of a posed body. `head_up` is the direction from chin to crown, in radians."""

    hip: complex
    waist: complex
    chest: complex
    shoulder: complex
    head: complex
    head_up: float
    near_leg: Limb
    far_leg: Limb
    near_arm: Limb
    far_arm: Limb


def step(length: float, degrees: float) -> complex:
    """Return the way of `length` cm in a direction (0 right, 90 up)."""
    return cmath.rect(length, math.radians(degrees))


def direction(start: complex, end: complex) -> float:
    """Return the direction from start to end in degrees."""
    return math.degrees(cmath.phase(end - start))


def figure(body: Body, slant: complex = 0j) -> Figure:
    """Return the joints of a body.

    Args:
        body: the pose.
        slant: how far a point of the legs moves in the picture for each cm toward the viewer.

    Raises:
        PoseError: when a hand or foot cannot reach its place; says by how much.
    """
    hip = complex(*body.hip_at)
    lumbar = body.pelvis - body.waist
    thorax = lumbar - body.chest
    waist = hip + step(PELVIS, body.pelvis)
    chest = waist + step(LUMBAR, lumbar)
    shoulder = chest + step(THORAX, thorax)
    near_leg = _leg("near_leg", body.near_leg, Joint(hip, HIP_DEPTH), body.pelvis + 180)
    far_leg = _leg("far_leg", body.far_leg, Joint(hip, -HIP_DEPTH), body.pelvis + 180)
    near_arm = _arm("near_arm", body.near_arm, Joint(shoulder, SHOULDER_DEPTH), thorax + 180)
    far_arm = _arm("far_arm", body.far_arm, Joint(shoulder, -SHOULDER_DEPTH), thorax + 180)
    return Figure(
        hip=hip,
        waist=waist,
        chest=chest,
        shoulder=shoulder,
        head=shoulder + step(NECK, thorax - body.neck),
        head_up=math.radians(thorax - body.neck - body.nod),
        near_leg=_seen(near_leg, slant),
        far_leg=_seen(far_leg, slant),
        near_arm=near_arm,
        far_arm=far_arm,
    )


def _seen(limb: Limb, slant: complex) -> Limb:
    joints = (limb.root, limb.middle, limb.end, limb.tip)
    return Limb(*(Joint(joint.at + joint.depth * slant, joint.depth) for joint in joints))


def _leg(name: str, leg: Leg, hip: Joint, hanging: float) -> Limb:
    if leg.ankle_at is None:
        thigh = hanging + leg.hip
        knee = Joint(hip.at + step(THIGH, thigh), hip.depth)
        ankle = Joint(knee.at + step(SHANK, thigh - leg.knee), hip.depth)
    else:
        ankle = Joint(complex(*leg.ankle_at), -hip.depth if leg.across else hip.depth)
        # The knee bends forward, which is counter-clockwise of the line from hip to ankle.
        knee = _bend(f"{name}.ankle_at", hip, ankle, (THIGH, SHANK), leg.swivel, 1)
    toes = direction(knee.at, ankle.at) + 90 + leg.ankle if leg.toes is None else leg.toes
    return Limb(hip, knee, ankle, Joint(ankle.at + step(FOOT, toes), ankle.depth))


def _arm(name: str, arm: Arm, shoulder: Joint, hanging: float) -> Limb:
    if arm.wrist_at is None:
        upper = hanging + arm.shoulder
        elbow = Joint(shoulder.at + step(UPPER_ARM, upper), shoulder.depth)
        wrist = Joint(elbow.at + step(FOREARM, upper + arm.elbow), shoulder.depth)
    else:
        wrist = Joint(complex(*arm.wrist_at), shoulder.depth)
        elbow = _bend(f"{name}.wrist_at", shoulder, wrist, (UPPER_ARM, FOREARM), arm.swivel, -1)
    fingers = direction(elbow.at, wrist.at) + arm.wrist if arm.fingers is None else arm.fingers
    return Limb(shoulder, elbow, wrist, Joint(wrist.at + step(HAND, fingers), wrist.depth))


def _bend(
    key: str, root: Joint, end: Joint, bones: tuple[float, float], swivel: float, forward: int
) -> Joint:
    """Return the knee (`forward` 1) or elbow (-1) between two joints, turned out by `swivel` degrees."""
    upper, lower = bones
    way, deep = end.at - root.at, end.depth - root.depth
    distance = math.hypot(abs(way), deep)
    excess = max(distance - upper - lower, abs(upper - lower) - distance)
    if excess > 0:
        raise PoseError(f"{key}: is out of reach by {excess:.1f} cm; move it nearer or move the body")
    along = (upper**2 - lower**2 + distance**2) / (2 * distance)
    height = math.sqrt(max(upper**2 - along**2, 0))
    in_plane = forward * 1j * way / abs(way)
    # The second axis of the circle the joint can lie on: the bone line crossed with the first axis.
    outward = forward if root.depth > 0 else -forward
    second = outward * 1j * in_plane * deep / distance
    second_depth = outward * forward * abs(way) / distance
    turn = math.radians(swivel)
    at = (
        root.at + way * along / distance + height * (math.cos(turn) * in_plane + math.sin(turn) * second)
    )
    depth = root.depth + deep * along / distance + height * math.sin(turn) * second_depth
    return Joint(at, depth)
