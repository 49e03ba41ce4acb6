"""A client of the chat, as the widget speaks to it."""

import uuid

import httpx


class Chat:
    """One session with a server."""

    def __init__(self, url, token=None, **headers):
        self.http = httpx.Client(base_url=url, headers=headers, timeout=30)
        self.token = token

    def open(self, **body):
        response = self.http.post("/chat/sessions", json=body)
        response.raise_for_status()
        self.token = response.json()["token"]
        return self

    @property
    def bearer(self):
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def post(self, text, id=None, **more):
        """Send a message and return the response."""
        body = {"id": id or str(uuid.uuid4()), "text": text, **more}
        return self.http.post("/chat/messages", json=body, headers=self.bearer)

    def say(self, text, id=None, **more):
        """Send a message and return its turn."""
        response = self.post(text, id, **more)
        response.raise_for_status()
        return response.json()

    def history(self):
        response = self.http.get("/chat/history", headers=self.bearer)
        response.raise_for_status()
        return response.json()["turns"]

    def delete(self):
        return self.http.delete("/chat/conversation", headers=self.bearer)


def error_of(response):
    return response.json()["error"]


def card_of(turn):
    return next((m["custom"] for m in turn["messages"] if "custom" in m), {})
