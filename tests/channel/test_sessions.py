"""A token names one conversation, and only the server can make one."""

import secrets
from datetime import datetime, timedelta, timezone

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.channel.sessions import (
    SecretError,
    Session,
    Sessions,
    check_for_workers,
    read_secret,
)

SECRET = secrets.token_urlsafe(32)
SESSIONS = Sessions(SECRET, hours=1)
SESSION = SESSIONS.start("GB")
TOKEN, _ = SESSIONS.token(SESSION)
CLAIMS = {
    "sub": "a" * 32,
    "aud": "sciatica-chat",
    "exp": datetime.now(timezone.utc) + timedelta(hours=1),
}


def test_a_token_gives_its_session_back():
    assert SESSIONS.read(TOKEN) == SESSION


def test_a_sender_is_128_random_bits():
    senders = {SESSIONS.start().sender for _ in range(100)}
    assert len(senders) == 100
    assert all(len(bytes.fromhex(sender)) == 16 for sender in senders)


def test_a_token_expires_when_it_says():
    _, expires = SESSIONS.token(SESSION)
    assert timedelta(minutes=59) < expires - datetime.now(timezone.utc) <= timedelta(hours=1)
    late, _ = Sessions(SECRET, hours=-0.01).token(SESSION)
    assert SESSIONS.read(late) is None


@pytest.mark.parametrize(
    "token",
    [
        "",
        "a.b.c",
        jwt.encode(CLAIMS, secrets.token_urlsafe(32), "HS256"),
        jwt.encode(CLAIMS, None, "none"),
        jwt.encode({**CLAIMS, "aud": "another"}, SECRET, "HS256"),
        jwt.encode(CLAIMS, SECRET, "HS512"),
        *(jwt.encode({k: v for k, v in CLAIMS.items() if k != left}, SECRET, "HS256") for left in CLAIMS),
    ],
    ids=["empty", "nonsense", "other secret", "unsigned", "other use", "other algorithm",
         "no sender", "no use", "no end"],
)  # fmt: skip
def test_a_token_that_was_not_made_here_is_refused(token):
    assert SESSIONS.read(token) is None


@given(st.text())
def test_no_text_is_a_token(text):
    assert SESSIONS.read(text) is None


@given(st.integers(0, len(TOKEN) - 1), st.characters(min_codepoint=33, max_codepoint=126))
def test_a_changed_token_never_names_another_session(position, character):
    changed = TOKEN[:position] + character + TOKEN[position + 1 :]
    assert SESSIONS.read(changed) in (None, SESSION)


@given(st.binary(max_size=200), st.sampled_from([0, 1, 2]))
def test_a_part_of_anything_else_never_names_another_session(part, index):
    parts = TOKEN.split(".")
    parts[index] = jwt.utils.base64url_encode(part).decode()
    assert SESSIONS.read(".".join(parts)) in (None, SESSION)


@given(
    st.text(min_size=32, max_size=32, alphabet="0123456789abcdef").filter(lambda s: s != SESSION.sender)
)
def test_claims_of_another_do_not_fit_the_signature(sender):
    other, _ = Sessions("x" * 32, hours=1).token(Session(sender))
    head, claims, _ = other.split(".")
    assert SESSIONS.read(f"{head}.{claims}.{TOKEN.split('.')[2]}") is None


def test_a_short_secret_is_refused_with_the_remedy(monkeypatch):
    monkeypatch.setenv("SCIATICA_SECRET", "short")
    with pytest.raises(SecretError, match="32 characters or more. Make one with: python3"):
        read_secret()


def test_several_workers_need_a_secret(monkeypatch):
    monkeypatch.delenv("SCIATICA_SECRET", raising=False)
    check_for_workers(1)
    with pytest.raises(SecretError, match="Several workers need a common SCIATICA_SECRET"):
        check_for_workers(2)
    monkeypatch.setenv("SCIATICA_SECRET", SECRET)
    check_for_workers(2)
