"""The server beside the conversation: page, files, health, privacy of the log."""


def test_the_page_is_served_with_a_strict_policy(server):
    status, headers, body = server.get("/")
    assert status == 200
    assert "Sciatica assistant" in body
    assert headers["Content-Security-Policy"].startswith("default-src 'self'")


def test_the_page_names_only_files_that_exist(server):
    for path in ("/widget/sciatica-chat.js", "/widget/styles/page.css", "/widget/mark.svg"):
        assert server.get(path)[0] == 200


def test_files_outside_the_widget_are_not_served(server):
    assert server.get("/widget/../domain.yml")[0] == 404
    assert server.get("/widget/%2e%2e/domain.yml")[0] == 404


def test_health_answers_when_the_model_does(server):
    assert server.get("/health")[0] == 200


def test_the_http_api_of_rasa_is_off(server):
    assert server.get("/model/parse")[0] == 404
    assert server.get("/conversations/me/tracker")[0] == 404


def test_what_people_type_is_not_logged(server):
    server.conversation()("my very private question about swimming")
    assert "private" not in server.log.read_text()
