"""Words of the channel: short and plain, with the emergency line where a message stays unanswered."""

import json

import pytest
import textstat

from assistant.channel import errors
from assistant.channel.errors import ChatError
from assistant.channel.words import FILE, STATUS, words
from knowledge import ContentError


@pytest.mark.parametrize("code", STATUS)
def test_every_error_says_what_to_do_in_plain_words(code):
    body = json.loads(errors.answer(ChatError(code)).body)["error"]
    assert body["code"] == code
    assert "{" not in body["message"]
    assert textstat.flesch_kincaid_grade(words().errors[code]) <= 6
    unanswered = code in ("bad_request", "too_long", "too_many", "failed", "starting")
    assert ("call 911, 999 or 112 now" in body["message"]) == unanswered


def test_the_emergency_line_follows_the_country():
    response = errors.answer(ChatError("failed"), country="GB")
    assert "call 999 or 112 now" in json.loads(response.body)["error"]["message"]


def test_retry_after_is_whole_seconds():
    assert errors.answer(ChatError("too_many", retry_after=0.2)).headers["Retry-After"] == "1"


def test_a_missing_word_is_named(tmp_path):
    file = tmp_path / "words.yml"
    file.write_text(FILE.read_text().replace("  failed:", "  fialed:"))
    with pytest.raises(ContentError, match="words.yml, errors: needs exactly these keys"):
        words(file)
