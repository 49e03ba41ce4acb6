"""The escalation cards: short, plain, complete, with the right numbers."""

import pytest
import textstat

from knowledge import escalation

CONTRACT = {"type", "level", "kind", "red_flags", "contacts", "advice", "tell_staff"}
WORDS = ["can not pee since this morning and it is getting worse every hour"]


@pytest.mark.parametrize("country", [None, "US", "GB", "IE", "IN", "DE"])
def test_every_card_is_complete_and_easy_to_read(kb, country):
    for sign, card in kb.cards.items():
        said = escalation.render(kb, [sign], country, WORDS)
        assert said["custom"].keys() >= CONTRACT
        assert "{" not in said["text"]
        assert textstat.flesch_kincaid_grade(said["text"]) <= 5, sign
        if card.level == "emergency":
            assert len(said["text"].split()) <= 100, sign
            assert any(
                c["for"] == "emergency" and c["number"] in said["text"]
                for c in said["custom"]["contacts"]
            )


def test_without_quoted_words_an_emergency_card_has_at_most_90(kb):
    for sign, card in kb.cards.items():
        if card.level == "emergency":
            assert len(escalation.render(kb, [sign])["text"].split()) <= 90, sign


def test_without_a_country_three_numbers_are_shown_together(kb):
    assert "911, 999 or 112" in escalation.render(kb, ["bladder"])["text"]
    assert escalation.emergency_numbers(kb, "nowhere") == "911, 999 or 112"


def test_an_unverified_number_comes_with_the_general_advice(kb):
    assert "or your local emergency number" in escalation.emergency_numbers(kb, "US")
    assert "local" not in escalation.emergency_numbers(kb, "GB")


def test_the_gravest_sign_leads_and_a_crisis_before_others(kb):
    assert escalation.main_card(kb, ["leg-weakness", "bladder"]).sign == "bladder"
    assert escalation.main_card(kb, ["bladder", "suicide"]).sign == "suicide"
    assert escalation.render(kb, ["leg-weakness", "bladder"])["custom"]["red_flags"] == [
        "leg-weakness",
        "bladder",
    ]


def test_a_crisis_card_names_a_crisis_line_and_quotes_nobody(kb):
    said = escalation.render(kb, ["suicide"], "GB", ["i want to die"])
    assert "116 123" in said["text"]
    assert "i want to die" not in said["text"]
    assert {c["for"] for c in said["custom"]["contacts"]} == {"emergency", "crisis"}
    assert any(c["link"] == "sms:85258" for c in said["custom"]["contacts"])


def test_it_can_be_about_somebody_else(kb):
    assert "someone else" in escalation.render(kb, ["suicide"], about_other=True)["text"]


def test_the_words_that_named_the_sign_are_for_the_staff(kb):
    assert "can not pee since" in escalation.render(kb, ["bladder"], None, WORDS)["custom"]["tell_staff"]


def test_every_sign_that_the_screen_knows_has_its_card(kb):
    assert {sign.id for sign in kb.red_flags.signs} <= kb.cards.keys()


def test_numbers_keep_when_they_were_verified(kb):
    for place in kb.countries.values():
        for contact in place.contacts:
            assert contact.verified == bool(contact.verified_on), (place.country, contact.label)
