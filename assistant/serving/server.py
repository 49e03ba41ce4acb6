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
from sanic.response import HTTPResponse
from sanic.response import json as json_response
from sanic_cors import CORS

from actions.content import knowledge_base
from assistant.channel.sessions import check_for_workers
from assistant.paths import ROOT
from assistant.serving.files import Files, illustration
from assistant.serving.in_process_actions import read_endpoints
from knowledge import site

WIDGET = ROOT / "widget"
# A message whose answer shows that the whole chain of understanding is loaded.
PROBE = "What is sciatica?"
PAGES = {"/": "index.html", "/demo": "demo.html"}
# Bytes of a request: a message is at most some ten thousand characters.
MAX_REQUEST = 128 * 1024


def build(model: str, endpoints_file: Path, credentials_file: Path) -> Sanic:
    """Return the app for a trained model; the model itself is loaded when the server starts.

    Raises:
        assistant.channel.sessions.SecretError: the secret of the sessions is missing or too short.
    """
    endpoints = read_endpoints(endpoints_file)
    workers = number_of_sanic_workers(endpoints.lock_store)
    check_for_workers(workers)

    app = Sanic("sciatica", configure_logging=False)
    app.ctx.workers = workers
    app.config.REQUEST_MAX_SIZE = MAX_REQUEST
    app.config.FALLBACK_ERROR_FORMAT = "json"
    load = partial(load_agent_on_start, model, endpoints, None)
    app.register_listener(load, "before_server_start")  # before the channels' own preparations
    app.register_listener(close_resources, "after_server_stop")
    register(create_http_input_channels(None, str(credentials_file)), app, route="/webhooks/")
    _add_pages(app)
    app.add_route(_health, "/health", name="health")
    return app


def _add_pages(app: Sanic) -> None:
    """Serve pages and widget, and let the sites that embed it use it with the chat."""
    files = Files(WIDGET)
    app.add_route(files.serve, "/widget/<path:path>", name="widget")
    app.add_route(illustration, "/illustrations/<name:[a-z0-9-]+[.]svg>", name="illustrations")
    for address, name in PAGES.items():
        app.add_route(partial(files.serve, path=name), address, name=name.partition(".")[0])
    CORS(
        app,
        resources={r"/(chat|widget|illustrations)/.*": {"origins": site.settings().origins}},
        methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["Retry-After"],
        max_age=600,
        automatic_options=True,
    )


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


async def _health(request: Request) -> HTTPResponse:
    """200 when the model understands a message, else 503."""
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or not agent.is_ready():
        return json_response({"status": "starting"}, status=503)
    parsed = await agent.parse_message(PROBE)
    understood = parsed["intent"]["name"] == "faq"
    status = "ok" if understood else "the model does not understand the probe"
    return json_response({"status": status}, status=200 if understood else 503)
