"""Limbs keep their lengths in every pose, joints bend the right way, hands and feet are where they should be."""

import cmath
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from illustrations import body
from illustrations.figure import FOREARM, SHANK, THIGH, UPPER_ARM, PoseError, figure
from illustrations.models import Arm, Body, Leg

# The sole of the drawn shoe is this far below the ankle (cm).
SOLE = 7
STRAIGHT_LEG, HANGING_ARM = Leg(hip=0, knee=0), Arm(shoulder=0, elbow=0)
NEAR_LIMBS = {
    "near_leg": STRAIGHT_LEG,
    "far_leg": STRAIGHT_LEG,
    "near_arm": HANGING_ARM,
    "far_arm": HANGING_ARM,
}


def standing(**changes):
    return figure(Body(hip_at=(0, THIGH + SHANK + SOLE), pelvis=90, **{**NEAR_LIMBS, **changes}))


def lengths(limb):
    joints = (limb.root, limb.middle, limb.end)
    return [math.hypot(abs(b.at - a.at), b.depth - a.depth) for a, b in zip(joints, joints[1:])]


def frames(pose):
    return [(name, getattr(pose, name)) for name in ("start", "end")]


def test_limbs_keep_their_lengths_in_every_picture(poses):
    for pose in poses.values():
        for _, frame in frames(pose):
            person = figure(frame.body)
            for leg in (person.near_leg, person.far_leg):
                assert lengths(leg) == pytest.approx([THIGH, SHANK]), pose.id
            for arm in (person.near_arm, person.far_arm):
                assert lengths(arm) == pytest.approx([UPPER_ARM, FOREARM]), pose.id


def test_a_standing_person_stands_on_the_floor_and_looks_right():
    person = standing()
    assert person.near_leg.end.at == pytest.approx(complex(0, SOLE))
    assert person.near_leg.tip.at.real > person.near_leg.end.at.real
    assert person.head.imag > person.shoulder.imag > person.hip.imag


@given(
    x=st.floats(-60, 60),
    y=st.floats(7, 60),
    swivel=st.floats(0, 120),
    across=st.booleans(),
)
def test_a_leg_reaches_its_target_at_full_bone_length_with_the_knee_in_front(x, y, swivel, across):
    try:
        leg = standing(near_leg=Leg(ankle_at=(x, y), swivel=swivel, across=across)).near_leg
    except PoseError:
        assume(False)
    assert leg.end.at == pytest.approx(complex(x, y))
    assert lengths(leg) == pytest.approx([THIGH, SHANK])
    if swivel == 0 and not across:
        thigh, shank = leg.middle.at - leg.root.at, leg.end.at - leg.middle.at
        # Clockwise from thigh to shank: the heel goes back.
        assert (shank / thigh).imag <= 1e-6


def test_an_elbow_bends_the_other_way_than_a_knee():
    arm = standing(near_arm=Arm(wrist_at=(20, 120))).near_arm
    upper, lower = arm.middle.at - arm.root.at, arm.end.at - arm.middle.at
    assert (lower / upper).imag > 0


def test_a_target_out_of_reach_names_limb_and_distance():
    with pytest.raises(PoseError, match=r"near_arm\.wrist_at: is out of reach by \d+\.\d cm"):
        standing(near_arm=Arm(wrist_at=(100, 120)))


def test_angles_and_target_of_the_same_pose_agree():
    by_angles = standing(near_leg=Leg(hip=40, knee=60)).near_leg
    target = (by_angles.end.at.real, by_angles.end.at.imag)
    by_target = standing(near_leg=Leg(ankle_at=target)).near_leg
    assert by_target.middle.at == pytest.approx(by_angles.middle.at)


def test_nobody_sinks_into_the_floor(poses):
    for pose in poses.values():
        for name, frame in frames(pose):
            lowest = min(point.imag for point in body.outlines(figure(frame.body)))
            ground = 15 if (pose.id, name) == ("ex-step-up", "end") else 0
            assert lowest == pytest.approx(ground, abs=1.5), (pose.id, name)


def turn(before, after):
    """Degrees from one bone to the next, counter-clockwise."""
    return math.degrees(cmath.phase(after / before))


def test_every_joint_stays_within_the_range_of_a_person(poses):
    for pose in poses.values():
        for name, frame in frames(pose):
            person = figure(frame.body)
            for key in ("near_leg", "far_leg"):
                leg = getattr(person, key)
                if getattr(frame.body, key).swivel:
                    continue  # the leg points at the viewer: angles in the picture are not those of the joints
                thigh, shank = leg.middle.at - leg.root.at, leg.end.at - leg.middle.at
                assert -30 <= turn(person.hip - person.waist, thigh) <= 130, (pose.id, name, key)
                assert -155 <= turn(thigh, shank) <= 2.5, (pose.id, name, key)
                assert -1 <= turn(shank, leg.tip.at - leg.end.at) <= 110, (pose.id, name, key)
            for key in ("near_arm", "far_arm"):
                arm = getattr(person, key)
                upper, lower = arm.middle.at - arm.root.at, arm.end.at - arm.middle.at
                assert -60 <= turn(person.chest - person.shoulder, upper) <= 185, (pose.id, name, key)
                assert -1 <= turn(upper, lower) <= 150, (pose.id, name, key)


@pytest.mark.parametrize("exercise_id", ["ex-bird-dog", "ex-cat-cow"])
def test_arms_that_carry_the_body_are_straight(poses, exercise_id):
    for _, frame in frames(poses[exercise_id]):
        arm = figure(frame.body).near_arm
        assert turn(arm.middle.at - arm.root.at, arm.end.at - arm.middle.at) < 25
        assert arm.end.at.imag < 5


HANDS_ON = [
    ("ex-hip-flexor", "chair", 88),
    ("ex-single-leg-balance", "counter", 90),
    ("ex-standing-hamstring", "rail", 96),
    ("ex-step-up", "rail", 110),
]


@pytest.mark.parametrize(("exercise_id", "kind", "height"), HANDS_ON)
def test_the_far_hand_rests_on_the_support_all_the_time(poses, exercise_id, kind, height):
    pose = poses[exercise_id]
    support = next(prop for prop in pose.props if prop.kind == kind)
    assert height in (support.start[1], support.end[1])
    for _, frame in frames(pose):
        hand = figure(frame.body).far_arm
        assert hand.end.at.imag == pytest.approx(height + 3, abs=2)
        assert hand.tip.at.real >= support.start[0]


FEET_ON_FLOOR = [
    ("ex-glute-bridge", "start end", "near_leg far_leg"),
    ("ex-hip-flexor", "start end", "far_leg"),
    ("ex-hip-hinge", "start end", "near_leg far_leg"),
    ("ex-knee-to-chest", "start end", "far_leg"),
    ("ex-nerve-glide", "start end", "far_leg"),
    ("ex-pelvic-tilt", "start end", "near_leg far_leg"),
    ("ex-piriformis", "start", "far_leg"),
    ("ex-seated-hamstring", "start end", "far_leg"),
    ("ex-single-leg-balance", "start end", "near_leg"),
    ("ex-sit-to-stand", "start end", "near_leg far_leg"),
    ("ex-standing-hamstring", "start end", "far_leg"),
    ("ex-step-up", "start", "far_leg"),
    ("ex-wall-sit", "start end", "near_leg far_leg"),
]


@pytest.mark.parametrize(("exercise_id", "when", "legs"), FEET_ON_FLOOR)
def test_feet_that_stand_are_flat_on_the_floor(poses, exercise_id, when, legs):
    for name in when.split():
        person = figure(getattr(poses[exercise_id], name).body)
        for leg in legs.split():
            ankle, toes = getattr(person, leg).end.at, getattr(person, leg).tip.at
            assert ankle.imag == pytest.approx(SOLE, abs=0.5)
            assert toes.imag == pytest.approx(ankle.imag, abs=0.5)


def test_the_feet_do_not_slide_where_they_stay(poses):
    for exercise_id in (
        "ex-glute-bridge",
        "ex-hip-hinge",
        "ex-sit-to-stand",
        "ex-wall-sit",
        "ex-pelvic-tilt",
    ):
        start, end = (figure(frame.body) for _, frame in frames(poses[exercise_id]))
        assert start.near_leg.end.at == pytest.approx(end.near_leg.end.at)


@pytest.mark.parametrize("exercise_id", ["ex-glute-bridge", "ex-plank"])
def test_the_end_is_a_straight_line_from_shoulders_to_knees(poses, exercise_id):
    person = figure(poses[exercise_id].end.body)
    knee = person.near_leg.middle.at
    line = (knee - person.shoulder) / abs(knee - person.shoulder)
    assert abs(((person.hip - person.shoulder) / line).imag) < 2


def test_the_bird_dog_lifts_opposite_arm_and_leg_level_with_the_back(poses):
    person = figure(poses["ex-bird-dog"].end.body)
    assert person.near_leg.end.at.imag == pytest.approx(person.hip.imag, abs=5)
    assert person.far_arm.end.at.imag == pytest.approx(person.shoulder.imag, abs=8)
    assert person.far_leg.middle.at.imag < 8
    assert person.near_arm.end.at.imag < 8


def test_knees_stay_behind_the_toes_in_the_wall_sit(poses):
    leg = figure(poses["ex-wall-sit"].end.body).near_leg
    assert leg.middle.at.real < leg.tip.at.real
