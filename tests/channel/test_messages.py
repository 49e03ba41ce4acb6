"""Messages and their replies over HTTP, with the running server."""

import socket
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

import pytest

from tests.channel.chat import Chat, card_of, error_of

EMERGENCY_LINE = "both legs went weak, call 911, 999 or 112 now."


def test_a_reply_is_one_object_with_text_buttons_and_card(chat):
    turn = chat.say("What is sciatica?")
    [message] = turn["messages"]
    assert message["text"].startswith("Sciatica is")
    assert message["custom"]["topic"] == "what-is-sciatica"
    assert {"title", "payload"} == set(message["buttons"][0])
    assert "\n\n" in message["text"]  # Rasa's own channels cut a reply into its paragraphs


def test_a_turn_says_what_was_typed_and_when(chat):
    message_id = str(uuid.uuid4())
    turn = chat.say("  can I swim?  ", message_id)
    assert (turn["id"], turn["text"]) == (message_id, "can I swim?")
    at = datetime.fromisoformat(turn["at"].replace("Z", "+00:00"))
    assert abs((datetime.now(timezone.utc) - at).total_seconds()) < 60


def test_the_history_is_what_was_answered(chat):
    turns = [
        chat.say("What is sciatica?"),
        chat.say('/faq{"topic":"referral"}', title="Do I need a referral?"),
        chat.say("I can't pee since this morning"),
        chat.say("🦵 <b>ok</b> \u0000 ü"),
    ]
    assert chat.history() == turns
    assert turns[1]["title"] == "Do I need a referral?"
    assert card_of(turns[2])["level"] == "emergency"


def test_a_message_sent_again_is_answered_once_with_the_same_reply(chat):
    message_id = str(uuid.uuid4())
    first = chat.say("show me an exercise", message_id)
    chat.say("thanks")
    assert chat.say("show me an exercise", message_id) == first
    assert len(chat.history()) == 2


def test_messages_that_come_at_once_are_answered_once_and_alike(chat):
    message_id = str(uuid.uuid4())
    with ThreadPoolExecutor(6) as pool:
        turns = list(pool.map(lambda _: chat.say("show me an exercise", message_id), range(6)))
    assert all(turn == turns[0] for turn in turns)
    assert len(chat.history()) == 1


def test_a_message_whose_connection_was_lost_is_answered_once(server, chat):
    message_id = str(uuid.uuid4())
    body = f'{{"id": "{message_id}", "text": "show me an exercise"}}'
    request = (
        f"POST /chat/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {chat.token}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    )
    with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as connection:
        connection.sendall(request.encode())
        time.sleep(0.01)
    turn = chat.say("show me an exercise", message_id)
    assert card_of(turn)["type"] == "exercise"
    assert chat.history() == [turn]


def test_the_same_id_in_another_conversation_is_another_message(server, chat):
    message_id, other = str(uuid.uuid4()), Chat(server.url).open()
    assert card_of(chat.say("What is sciatica?", message_id))["topic"] == "what-is-sciatica"
    assert card_of(other.say("do I need a referral?", message_id))["topic"] == "referral"


def test_conversations_do_not_see_each_other(server, chat):
    chat.say("I can't pee since this morning")
    other = Chat(server.url).open()
    assert other.history() == []
    assert card_of(other.say("how do I do a plank?"))["topic"] == "ex-plank"


def test_a_deleted_conversation_is_gone_and_a_new_one_can_begin(chat):
    chat.say("my right foot has gone floppy since yesterday and I keep tripping over it")
    assert chat.delete().status_code == 204
    assert chat.history() == []
    assert card_of(chat.say("how do I do a plank?"))["topic"] == "ex-plank"
    assert chat.delete().status_code == 204
    assert chat.delete().status_code == 204


def test_deleting_takes_the_files_along(server, chat):
    from assistant.channel.sessions import jwt
    from exports import links

    sender = jwt.decode(chat.token, options={"verify_signature": False})["sub"]
    link = links.offer(b"plan", "text/plain", "plan.txt", minutes=5, owner=sender)
    assert chat.http.get(link).status_code == 200
    chat.delete()
    assert chat.http.get(link).status_code == 404


def test_a_session_can_be_prolonged(chat):
    chat.say("What is sciatica?")
    response = chat.http.post("/chat/sessions", headers=chat.bearer)
    chat.token = response.json()["token"]
    assert [turn["text"] for turn in chat.history()] == ["What is sciatica?"]


def test_the_page_names_the_country_of_its_numbers(server):
    chat = Chat(server.url).open(country="IE")
    assert card_of(chat.say("I can't pee since this morning"))["country"] == "IE"
    elsewhere = Chat(server.url).open(country="nowhere")
    assert card_of(elsewhere.say("I can't pee since this morning"))["country"] == "unknown"


@pytest.mark.parametrize("token", ["", "x", "a.b.c"])
def test_without_a_session_nothing_is_answered(server, token):
    chat = Chat(server.url, token)
    requests = (chat.post("hello"), chat.delete(), chat.http.get("/chat/history", headers=chat.bearer))
    for response in requests:
        assert response.status_code == 401
        assert error_of(response)["code"] == "unknown_session"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b'"text"', b"\xff", b"{}", b'{"text": "no id"}', b'{"id": "no-uuid", "text": "x"}',
        b'{"id": "7d0e1f36-5dd1-4b4a-9b0c-1b8a1f3f0001"}',
        b'{"id": "7d0e1f36-5dd1-4b4a-9b0c-1b8a1f3f0001", "text": "  "}',
        b'{"id": "7d0e1f36-5dd1-4b4a-9b0c-1b8a1f3f0001", "text": ["x"]}',
        b'{"id": "7d0e1f36-5dd1-4b4a-9b0c-1b8a1f3f0001", "text": "x", "sender": "somebody"}',
    ],
)  # fmt: skip
def test_a_body_that_is_no_message_is_refused_with_the_emergency_line(chat, body):
    response = chat.http.post("/chat/messages", content=body, headers=chat.bearer)
    assert response.status_code == 400
    assert error_of(response)["code"] == "bad_request"
    assert EMERGENCY_LINE in error_of(response)["message"]


def test_half_a_character_is_answered(chat):
    body = b'{"id": "7d0e1f36-5dd1-4b4a-9b0c-1b8a1f3f0002", "text": "is it \\ud83d bad? can I swim"}'
    response = chat.http.post("/chat/messages", content=body, headers=chat.bearer)
    assert response.status_code == 200
    assert len(chat.history()) == 1


@pytest.mark.parametrize("length", [2_001, 200_000])
def test_a_long_message_is_refused_with_the_emergency_line(chat, length):
    response = chat.post("x" * length)
    assert response.status_code == 413
    assert error_of(response)["code"] == "too_long"
    assert "fewer than 2,000 characters" in error_of(response)["message"]
    assert EMERGENCY_LINE in error_of(response)["message"]
    assert chat.history() == []


def test_a_message_just_within_the_limit_is_screened_to_its_end(chat):
    text = ("I like walking by the river. " * 80)[:1950] + " Now I can't pee at all."
    assert card_of(chat.say(text))["level"] == "emergency"


def test_every_error_of_the_chat_is_json(chat):
    for response in (chat.http.get("/chat/nothing"), chat.http.put("/chat/history")):
        assert response.headers["Content-Type"] == "application/json"


def test_nothing_of_a_conversation_may_be_kept_on_the_way(chat):
    for response in (
        chat.post("hello"),
        chat.http.get("/chat/history", headers=chat.bearer),
        chat.http.post("/chat/sessions"),
        chat.http.get("/chat/history"),
    ):
        assert response.headers["Cache-Control"] == "no-store"


def test_what_is_said_is_not_logged(server, chat):
    chat.say("my very private question about swimming", title="my private title")
    chat.post("private" * 500)
    log = server.log.read_text()
    assert "private" not in log
    assert chat.token not in log


def test_the_settings_of_a_site_that_says_nothing(chat):
    settings = chat.http.get("/chat/settings").json()
    assert (settings["clinic"], settings["country"], settings["guided_plan"]) == (None, None, True)
    assert [n["number"] for n in settings["emergency"]["numbers"]] == ["911", "999", "112"]
    assert settings["emergency"]["line"].endswith("Call now:")
    british = chat.http.get("/chat/settings", params={"country": "GB"}).json()
    assert (british["country"], british["emergency"]["numbers"][0]["href"]) == ("GB", "tel:999")


def test_the_examples_are_answered(chat):
    for question in chat.http.get("/chat/settings").json()["examples"]:
        assert card_of(chat.say(question))["type"] == "answer", question
