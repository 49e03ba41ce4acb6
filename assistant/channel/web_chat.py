"""The HTTP side of the web widget, below `/chat`. Rasa's input channel; its contract is in the README.

Nothing a person types stands in an address or a log. A session's token is sent as a bearer token.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from pydantic import ValidationError
from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Request, Sanic
from sanic.exceptions import PayloadTooLarge, SanicException, ServiceUnavailable
from sanic.response import HTTPResponse, empty
from sanic.response import json as json_response
from sanic.response import raw as raw_response

from assistant.channel import answering, conversations, errors
from assistant.channel.about import about, known_country
from assistant.channel.errors import ChatError
from assistant.channel.limits import RateLimits
from assistant.channel.output import CHANNEL, Replies
from assistant.channel.sessions import SECRET_SETTING, Session, Sessions, read_secret
from exports.links import exports
from knowledge import site

Handler = Callable[..., Awaitable[HTTPResponse]]
logger = logging.getLogger(__name__)
_NO_STORE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
# A file is shown or saved, and is no part of our site: it runs nothing and loads nothing.
_EXPORT_HEADERS = {
    **_NO_STORE,
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
}
_SWEEP_SECONDS = 300


class WebChat(InputChannel):
    """Sessions, messages, history, deletion, settings and files for the widget."""

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "WebChat":
        """Create the channel; its settings are in site.yml, not in credentials.yml."""
        return cls(site.settings(), read_secret())

    def __init__(self, settings: site.Site, secret: str | None) -> None:
        self._settings = settings
        self._lasting = secret is not None
        self._sessions = Sessions(secret or secrets.token_urlsafe(32), settings.limits.session_hours)
        self._limits = RateLimits(settings.limits)
        self._answering: set[asyncio.Task] = set()

    def url_prefix(self) -> str:
        """Return where the routes are: beside Rasa's `/webhooks/`, not below it."""
        return f"/{CHANNEL}"

    def get_output_channel(self) -> Replies:
        """Return a collector."""
        return Replies()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes. `on_new_message` is not used: see `answering`."""
        routes = Blueprint("web_chat")
        for method, path, handler in (
            ("POST", "/sessions", self._open),
            ("POST", "/messages", self._answer),
            ("GET", "/history", self._history),
            ("DELETE", "/conversation", self._delete),
            ("GET", "/settings", self._about),
            ("GET", "/exports/<token:str>", self._export),
        ):
            routes.add_route(
                partial(self._limited, handler), path, methods=[method], name=handler.__name__
            )
        routes.exception(Exception)(self._error)
        routes.listener("before_server_start")(self._prepare)
        return routes

    async def _prepare(self, app: Sanic, _: Any) -> None:
        if self._settings.trusted_proxies:
            app.config.PROXIES_COUNT = self._settings.trusted_proxies
        if not self._lasting:
            logger.warning(
                "%s is not set: chats end when the server restarts. See README.", SECRET_SETTING
            )
        agent = getattr(app.ctx, "agent", None)
        if agent is not None:
            conversations.prepare(agent.tracker_store)
        app.add_task(_sweep(), name="sweep_exports")

    async def _limited(self, handler: Handler, request: Request, **path: str) -> HTTPResponse:
        self._limits.count_request(request)
        return await handler(request, **path)

    async def _open(self, request: Request) -> HTTPResponse:
        """Start a session; with the token of a running one, prolong that."""
        session = self._read_token(request)
        if session is None:
            body = _json(request) if request.body else {}
            session = self._sessions.start(known_country(body.get("country")))
        token, expires = self._sessions.token(session)
        body = {"token": token, "expires_at": expires.strftime("%Y-%m-%dT%H:%M:%SZ")}
        return json_response(body, status=201, headers=_NO_STORE)

    async def _answer(self, request: Request) -> HTTPResponse:
        session, agent = self._session(request), _agent(request)
        body = _json(request)
        text = body.get("text")
        if isinstance(text, str) and len(text) > self._settings.limits.characters:
            raise ChatError("too_long")
        try:
            message = answering.Message.parse_obj(body)
        except ValidationError:
            raise ChatError("bad_request") from None
        # Goes on when the connection is lost: the same message sent again finds the reply.
        task = asyncio.ensure_future(answering.answer(agent, session, message))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        return json_response(await asyncio.shield(task), headers=_NO_STORE)

    async def _history(self, request: Request) -> HTTPResponse:
        session, agent = self._session(request), _agent(request)
        turns = await conversations.history(agent.tracker_store, session.sender)
        return json_response({"turns": turns}, headers=_NO_STORE)

    async def _delete(self, request: Request) -> HTTPResponse:
        session, agent = self._session(request), _agent(request)
        try:
            async with answering.alone(agent, session.sender):
                conversations.delete(agent.tracker_store, session.sender)
                exports().forget(session.sender)
        except Exception as error:
            answering.log_failure("A conversation could not be deleted", error)
            raise ChatError("not_deleted") from None
        return empty(headers=_NO_STORE)

    async def _about(self, request: Request) -> HTTPResponse:
        body = about(known_country(request.args.get("country")))
        return json_response(body, headers={"Cache-Control": "no-cache"})

    async def _export(self, request: Request, token: str) -> HTTPResponse:
        found = exports().find(token)
        if found is None:
            raise ChatError("file_gone")
        shown = "inline" if found.media_type.startswith("text/html") else "attachment"
        headers = {**_EXPORT_HEADERS, "Content-Disposition": f'{shown}; filename="{found.name}"'}
        return raw_response(found.content, content_type=found.media_type, headers=headers)

    def _read_token(self, request: Request) -> Session | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        return self._sessions.read(token.strip()) if scheme.lower() == "bearer" else None

    def _session(self, request: Request) -> Session:
        session = self._read_token(request)
        if session is None:
            raise ChatError("unknown_session")
        request.ctx.country = session.country
        self._limits.count_message(session.sender)
        return session

    def _error(self, request: Request, error: Exception) -> HTTPResponse:
        # No coroutine: Sanic-CORS would leave its headers out, and other sites could not read this.
        if not isinstance(error, ChatError):
            error = _translated(error)
        return errors.answer(error, getattr(request.ctx, "country", None))


def _translated(error: Exception) -> ChatError:
    if isinstance(error, PayloadTooLarge):
        return ChatError("too_long")
    if isinstance(error, ServiceUnavailable):  # the connection was lost, or it took too long
        return ChatError("starting")
    if isinstance(error, SanicException) and error.status_code < 500:
        return ChatError("not_found" if error.status_code == 404 else "bad_request")
    answering.log_failure("A request could not be answered", error)
    return ChatError("failed")


def _agent(request: Request) -> Agent:
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or not agent.is_ready():
        raise ChatError("starting", retry_after=2)
    return agent


def _json(request: Request) -> dict[str, Any]:
    body = request.json  # raises a SanicException with status 400
    if not isinstance(body, dict):
        raise ChatError("bad_request")
    return body


async def _sweep() -> None:
    while True:
        exports().sweep()
        await asyncio.sleep(_SWEEP_SECONDS)
