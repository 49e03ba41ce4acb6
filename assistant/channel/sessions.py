"""Sessions: a signed token names a conversation, so the server keeps no list of them."""

import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import jwt

SECRET_SETTING = "SCIATICA_SECRET"
MIN_SECRET = 32
_ALGORITHM, _AUDIENCE = "HS256", "sciatica-chat"
_REMEDY = 'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(32))"'


class SecretError(ValueError):
    """The secret cannot be used. The text says why and what to do."""


@dataclass(frozen=True)
class Session:
    """Who sends: 128 random bits, and the country that the embedding page named."""

    sender: str
    country: str | None = None


def read_secret() -> str | None:
    """Return the secret of the environment, None without one.

    Raises:
        SecretError: it is too short.
    """
    secret = os.environ.get(SECRET_SETTING)
    if secret and len(secret) < MIN_SECRET:
        raise SecretError(f"{SECRET_SETTING} needs {MIN_SECRET} characters or more. {_REMEDY}")
    return secret or None


def check_for_workers(workers: int) -> None:
    """Check that all workers sign alike.

    Raises:
        SecretError: there are several workers and no common secret.
    """
    if workers > 1 and not read_secret():
        raise SecretError(f"Several workers need a common {SECRET_SETTING}. {_REMEDY}")


class Sessions:
    """Makes and reads the tokens."""

    def __init__(self, secret: str, hours: float) -> None:
        self._secret = secret
        self._lifetime = timedelta(hours=hours)

    def start(self, country: str | None = None) -> Session:
        """Return a session of somebody new."""
        return Session(secrets.token_hex(16), country)

    def token(self, session: Session) -> tuple[str, datetime]:
        """Return a signed token and when it expires."""
        expires = datetime.now(timezone.utc).replace(microsecond=0) + self._lifetime
        claims = {"sub": session.sender, "aud": _AUDIENCE, "exp": expires}
        if session.country:
            claims["country"] = session.country
        return jwt.encode(claims, self._secret, _ALGORITHM), expires

    def read(self, token: str) -> Session | None:
        """Return the session of a token that was made here and is still valid, else None."""
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[_ALGORITHM],
                audience=_AUDIENCE,
                options={"require": ["sub", "exp", "aud"]},
            )
        except jwt.InvalidTokenError:
            return None
        return Session(claims["sub"], claims.get("country"))
