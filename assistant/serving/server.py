"""The web server: chat page, Rasa's channels and a health check on one port.

Import this after `lean_imports.install()`.
"""

import logging
from functools import partial
from pathlib import Path

from rasa.core.channels.channel import register
from rasa.core.run import close_resources, create_http_input_channels, load_agent_on_start
from rasa.core.utils import number_of_sanic_workers
from rasa.utils.log_utils import configure_structlog
from sanic import Request, Sanic
from sanic.response import HTTPResponse, file
from sanic.response import json as json_response

from actions.content import knowledge_base
from assistant.paths import ROOT
from assistant.serving.in_process_actions import read_endpoints

WIDGET = ROOT / "widget"
# A message whose answer shows that the whole chain of understanding is loaded.
PROBE = "What is sciatica?"
PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


def build(model: str, endpoints_file: Path, credentials_file: Path) -> Sanic:
    """Return the app for a trained model; the model itself is loaded when the server starts."""
    endpoints = read_endpoints(endpoints_file)

    app = Sanic("sciatica", configure_logging=False)
    register(create_http_input_channels(None, str(credentials_file)), app, route="/webhooks/")
    app.add_route(_page, "/", name="page")
    app.add_route(_health, "/health", name="health")
    app.static("/widget", str(WIDGET), name="widget")
    load = partial(load_agent_on_start, model, endpoints, None)
    app.register_listener(load, "before_server_start")
    app.register_listener(close_resources, "after_server_stop")
    app.ctx.workers = number_of_sanic_workers(endpoints.lock_store)
    return app


def run(app: Sanic, host: str, port: int) -> None:
    """Serve until stopped. Logs warnings and errors only, never what people type."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    configure_structlog(logging.WARNING)
    knowledge_base()  # so that the first question does not wait for the content

    @app.after_server_start
    async def announce(*_: object) -> None:
        print(f"Ready: http://{_shown(host)}:{port}/  (stop with Ctrl+C)", flush=True)

    app.run(host=host, port=port, workers=app.ctx.workers, access_log=False, motd=False)


def _shown(host: str) -> str:
    return "localhost" if host in {"0.0.0.0", "127.0.0.1"} else host


async def _page(request: Request) -> HTTPResponse:
    return await file(WIDGET / "index.html", headers=PAGE_HEADERS)


async def _health(request: Request) -> HTTPResponse:
    """200 when the model understands a message, else 503."""
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or not agent.is_ready():
        return json_response({"status": "starting"}, status=503)
    parsed = await agent.parse_message(PROBE)
    understood = parsed["intent"]["name"] == "faq"
    status = "ok" if understood else "the model does not understand the probe"
    return json_response({"status": status}, status=200 if understood else 503)
