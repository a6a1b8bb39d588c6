"""While the tests run, nobody reaches another machine."""

import socket
import urllib.request

import pytest


def test_another_machine_is_out_of_reach() -> None:
    """By its address, by its name, or with a packet that asks for no answer."""
    with socket.socket() as stream, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        stream.connect(("192.0.2.1", 80))
    with pytest.raises(AssertionError, match="exempel"):
        urllib.request.urlopen("http://exempel.invalid/")
    with socket.socket(type=socket.SOCK_DGRAM) as packets, pytest.raises(AssertionError):
        packets.sendto(b"x", ("192.0.2.1", 53))


def test_this_one_is_within_reach() -> None:
    """Tests of servers and browsers need it."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            assert client.getpeername() == server.getsockname()
