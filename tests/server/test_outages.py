"""A warning gets through when everything else is down."""

ENDPOINTS = """
action_endpoint:
  url: http://127.0.0.1:9/webhook
nlg:
  type: assistant.safety.responses.SafetyResponses
tracker_store:
  type: SQL
  dialect: sqlite
  db: {database}
"""


def test_escalation_without_action_server_and_database(serve, tmp_path):
    database = tmp_path / "conversations.db"
    endpoints = tmp_path / "endpoints.yml"
    endpoints.write_text(ENDPOINTS.format(database=database))
    with serve("--endpoints", str(endpoints)) as server:
        assert server.conversation()("I can't pee since this morning").card["level"] == "emergency"
        database.write_bytes(b"not a database any more")
        for text, level in (
            ("I can't pee since this morning", "emergency"),
            ("I have planned how to end my life tonight", "emergency"),
            ("my right foot drags since yesterday and I keep tripping over it", "urgent"),
        ):
            reply = server.conversation()(text)
            assert reply.card["level"] == level
            assert reply.card["contacts"]
        assert "pee" not in server.log.read_text()
