"""How often one conversation and one address may ask."""

import ipaddress
import logging

from sanic import Request
from throttled import MemoryStore, RedisStore, Throttled, per_min

from assistant.channel.errors import ChatError
from knowledge.site import Limits

logger = logging.getLogger(__name__)
# Addresses and conversations that are counted at a time; the longest silent one makes room.
_COUNTED = 65_536


class RateLimits:
    """Counts requests for a minute, in this process or in Redis."""

    def __init__(self, limits: Limits) -> None:
        if limits.store == "memory":
            store = MemoryStore(options={"MAX_SIZE": _COUNTED})
        else:
            store = RedisStore(server=limits.store)

        def throttle(quota: int) -> Throttled:
            return Throttled(using="gcra", quota=per_min(quota, burst=quota), store=store)

        self._messages = throttle(limits.messages_per_minute)
        self._requests = throttle(limits.requests_per_minute)

    def count_message(self, sender: str) -> None:
        """Count a message of a conversation.

        Raises:
            ChatError: there were too many.
        """
        _count(self._messages, f"chat:{sender}")

    def count_request(self, request: Request) -> None:
        """Count a request of an address.

        Raises:
            ChatError: there were too many.
        """
        _count(self._requests, f"from:{network(request.remote_addr or request.ip)}")


def network(address: str) -> str:
    """Return what is counted as one address: an IPv6 address counts with its /64 network."""
    try:
        found = ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return address
    if found.version == 6:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def _count(throttle: Throttled, key: str) -> None:
    try:
        result = throttle.limit(key)
    except Exception as error:  # whatever the store raises: no warning is lost because it is down
        logger.error("Requests are not counted, the store is down: %s", type(error).__name__)
        return
    if result.limited:
        raise ChatError("too_many", retry_after=result.state.retry_after)
