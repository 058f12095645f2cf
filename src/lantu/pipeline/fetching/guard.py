"""Which machines may be asked: none of this machine's own or of a private network, unless that is allowed."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import typing
from collections.abc import Iterable

import httpcore
import httpx

from lantu.model import InputError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections, after a look at the address that is really connected to.

    The name is resolved once, every address it gives is checked, and the checked one is connected: a name that resolves
    otherwise the second time gains nothing.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a name that answers.

        Raises
        ------
        InputError
            Where an address of the name may not be asked.
        """
        addresses = list(dict.fromkeys(str(one[4][0]) for one in self._resolved(host, port)))
        for address in addresses:
            refuse_private(host, address, allow_private=self.allow_private)
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in addresses:
            try:
                return self._plain.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore.ConnectError(f"{host} has no address")

    @staticmethod
    def _resolved(host: str, port: int) -> list[typing.Any]:
        try:
            return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be found ({error})") from None

    def sleep(self, seconds: float) -> None:
        """Wait, as the pool asks."""
        self._plain.sleep(seconds)


def refuse_private(host: str, address: str, *, allow_private: bool) -> None:
    """Refuse an address that is not of the public network.

    Raises
    ------
    InputError
        Where it is not.
    """
    if not allow_private and not is_public(address):
        raise InputError(
            f"{host}: {address} is an address of this machine or of a private network",
            "add --allow-private if that is wanted",
        )


def is_public(address: str) -> bool:
    """Tell whether an address is of the public network; one written inside another (::ffff:10.0.0.1) is looked at too.

    >>> is_public("8.8.8.8"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254")
    (True, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


def guarded_client(timeout: float, agent: str, *, allow_private: bool) -> httpx.Client:
    """Give a client that takes nothing from the environment and connects through the guard alone."""
    context = ssl.create_default_context()
    transport = httpx.HTTPTransport(verify=context, trust_env=False)
    # httpx has no public door for a backend of one's own; the pool it wraps is httpcore's, which has one.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=context, network_backend=GuardedBackend(allow_private=allow_private)
    )
    return httpx.Client(
        transport=transport, trust_env=False, timeout=timeout, follow_redirects=False, headers={"User-Agent": agent}
    )
