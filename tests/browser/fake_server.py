"""A server that speaks the channel's contract, and fails when it is told to.

Run it by hand to look at the widget: `python -m tests.browser.fake_server 8000`.
"""

import asyncio
import mimetypes
import secrets
import sys
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

from aiohttp import web

from assistant.serving.compact import compact
from tests.browser.replies import REPLIES, reply_to

WIDGET = Path(__file__).parents[2] / "widget"
STRINGS = Path(__file__).parent / "strings"
POLICY = (
    "default-src 'self'; base-uri 'none'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 160" role="img">
<rect width="340" height="160" rx="12" fill="#fbf3e6"/><path d="M30 132h280" stroke="#b9a88a" stroke-width="4"/>
<g fill="none" stroke="#0d5f5a" stroke-width="16" stroke-linecap="round"><path d="M110 126v-46h110v46M110 80 52 64M220 80l70-16"/>
</g><circle cx="86" cy="52" r="15" fill="#d99a6c"/></svg>"""
SETTINGS = {
    "clinic": {"name": "Riverside Physio", "phone": "020 7946 0000", "url": "https://clinic.example"},
    "country": "GB",
    "emergency": {
        "numbers": [{"number": "999", "label": "Emergency", "href": "tel:999"}],
        "line": "Can’t pee, no control of bladder or bowel, numb between the legs, or both legs weak? Call now:",
    },
    "guided_plan": True,
    "examples": [
        "What is sciatica?",
        "What exercises can I do at home?",
        "How long until it gets better?",
        "When should I see a doctor?",
    ],
    "intro": {},
}


def now():
    return datetime.now(timezone.utc)


class FakeServer:
    """Runs in a thread. Tests change its attributes to make it slow, absent or forgetful."""

    def __init__(self, port=0):
        self.port = port
        self.sessions = {}  # token -> {message id: turn}
        self.received = []  # ids of the messages, as often as they came
        self.compact = True  # whether files are sent as the real server sends them, or as they are
        self.delay = 0.0
        self.lose_replies = 0  # how many replies are made and then lost on the way
        self.failures = []  # (status, body, headers) to answer to the next messages
        self.host_page = ""  # what another site shows at /host, and its policy
        self.host_policy = POLICY
        self.starting = threading.Event()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def turns(self):
        return [turn for session in self.sessions.values() for turn in session.values()]

    def start(self):
        self.starting.clear()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self.starting.wait(10)

    def stop(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def restart(self, forget=False):
        self.stop()
        if forget:
            self.sessions.clear()
        self.start()

    def _run(self):
        asyncio.set_event_loop(self._loop)
        runner = web.AppRunner(self._app(), access_log=None)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", self.port, reuse_address=True, shutdown_timeout=0.1)
        self._loop.run_until_complete(site.start())
        self.port = site._server.sockets[0].getsockname()[1]
        self.starting.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    def _app(self):
        app = web.Application(middlewares=[_headers])
        app.add_routes(
            [
                web.get("/", lambda r: web.FileResponse(WIDGET / "index.html")),
                web.get("/demo", lambda r: web.FileResponse(WIDGET / "demo.html")),
                web.get("/host", self._host),
                web.get(r"/widget/{name:strings\..*ar\.js}", self._strings),
                web.get("/widget/{path:.+}", self._file),
                web.get("/illustrations/{name}", self._picture),
                web.get("/chat/exports/{token}", self._export),
                web.get("/chat/settings", self._settings),
                web.post("/chat/sessions", self._open),
                web.post("/chat/messages", self._answer),
                web.get("/chat/history", self._history),
                web.delete("/chat/conversation", self._delete),
                web.route("OPTIONS", "/chat/{path:.*}", lambda r: web.Response(status=204)),
            ]
        )
        return app

    async def _host(self, request):
        headers = {"Content-Security-Policy": self.host_policy}
        return web.Response(text=self.host_page, content_type="text/html", headers=headers)

    async def _strings(self, request):
        return web.FileResponse(STRINGS / request.match_info["name"])

    async def _file(self, request):
        path = WIDGET / request.match_info["path"]
        if not path.is_file():
            raise web.HTTPNotFound
        content = compact(path) if self.compact else path.read_bytes()
        return web.Response(body=content, content_type=mimetypes.guess_type(path.name)[0])

    async def _picture(self, request):
        return web.Response(text=PICTURE, content_type="image/svg+xml")

    async def _export(self, request):
        return web.Response(text="plan", content_type="text/plain")

    async def _settings(self, request):
        return web.json_response(SETTINGS)

    async def _open(self, request):
        token = secrets.token_urlsafe(16)
        self.sessions[token] = {}
        expires = (now() + timedelta(hours=1)).isoformat()
        return web.json_response({"token": token, "expires_at": expires}, status=201)

    def _session(self, request):
        return self.sessions.get(request.headers.get("Authorization", "").removeprefix("Bearer "))

    async def _answer(self, request):
        message = await request.json()
        await asyncio.sleep(self.delay)
        if self.failures:
            status, body, headers = self.failures.pop(0)
            return web.json_response(body, status=status, headers=headers)
        session = self._session(request)
        if session is None:
            return _error(401, "unknown_session", "The session is unknown or has ended.")
        self.received.append(message["id"])
        if message["id"] not in session:
            session[message["id"]] = {
                **message,
                "at": now().isoformat(),
                "messages": reply_to(message["text"]),
            }
        if self.lose_replies:
            self.lose_replies -= 1
            request.transport.close()
        return web.json_response(session[message["id"]])

    async def _history(self, request):
        session = self._session(request)
        if session is None:
            return _error(401, "unknown_session", "The session is unknown or has ended.")
        return web.json_response({"turns": list(session.values())})

    async def _delete(self, request):
        self.sessions.pop(request.headers.get("Authorization", "").removeprefix("Bearer "), None)
        return web.Response(status=204)


def _error(status, code, message):
    return web.json_response({"error": {"code": code, "message": message}}, status=status)


@web.middleware
async def _headers(request, handler):
    try:
        response = await handler(request)
    except web.HTTPException as error:
        response = error
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
    response.headers["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
    response.headers["Access-Control-Expose-Headers"] = "Retry-After"
    response.headers["Cache-Control"] = "no-cache"
    response.headers.setdefault("Content-Security-Policy", POLICY)
    return response


if __name__ == "__main__":
    server = FakeServer(int(sys.argv[1]))
    server.start()
    print(f"{server.url} - it answers to:", ", ".join(REPLIES))
    server._thread.join()
