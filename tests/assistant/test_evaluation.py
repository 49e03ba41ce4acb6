"""The table of the public benchmark."""

import pytest

from assistant.evaluation import rows, wilson


def test_the_interval_of_a_share():
    low, high = wilson(90, 100)
    assert (round(low, 3), round(high, 3)) == (0.826, 0.945)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(10, 10)[1] == pytest.approx(1.0)


def test_signs_are_hit_by_their_level_or_a_higher_one_and_the_worst_comes_first():
    def message(level, sign="none", kind="usual"):
        return {"level": level, "sign": sign, "kind": kind}

    levels, signs, kinds = rows(
        [
            (message("emergency", "bladder"), "emergency"),
            (message("urgent", "dvt"), "emergency"),
            (message("urgent", "dvt"), "check"),
            (message("none"), "check"),
            (message("none"), "urgent"),
        ]
    )
    assert dict((name, (hits, n)) for name, hits, n in levels)["urgent"] == (1, 2)
    assert signs == [("urgent: dvt", 1, 2), ("emergency: bladder", 1, 1)]
    assert kinds == [("usual", 1, 2)]
