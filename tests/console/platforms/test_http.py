"""What goes out on the net goes where a person said, comes back small and in time, and never goes twice."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.errors import ExpectedError
from console.platforms import http
from console.platforms.http import NetError, base_of, get, post
from tests.tools.signalen_server import PUBLIC, running

S = "https:" + "//"  # apart, where what follows is no name of a host


def failing(call, key: str) -> NetError:
    with pytest.raises(NetError) as raised:
        call()
    assert raised.value.key == key, raised.value
    assert raised.value.sentence("nl")
    return raised.value


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("meldingen.voorbeeld.nl", "https://meldingen.voorbeeld.nl"),
        (f" {S}Meldingen.Voorbeeld.nl/ ", "https://meldingen.voorbeeld.nl"),
        ("https://api.voorbeeld.nl/sia/", "https://api.voorbeeld.nl/sia"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://127.0.0.1:80/", "http://127.0.0.1:80"),
        (f"{S}stad.nl:8443", f"{S}stad.nl:8443"),
    ],
)
def test_an_address_is_made_whole(written, base):
    assert base_of(written) == base


@pytest.mark.parametrize(
    "written",
    [
        "",
        "http://meldingen.voorbeeld.nl",  # anybody may read along
        "ftp://voorbeeld.nl",
        "file:///etc/passwd",
        f"{S}anja:geheim@stad.nl",
        f"{S}stad.nl?token=1",
        f"{S}stad.nl#x",
        "stad",
        "https://",
        f"{S}stad..nl",
        f"{S}st ad.nl",
        f"{S}stad.nl:99999",
        f"{S}[stad.nl",
        "http://localhost.voorbeeld.nl",
        "https://" + "a" * 300 + ".nl",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_is_none_or_not_safe_is_refused(written):
    with pytest.raises(ExpectedError) as raised:
        base_of(written)
    assert raised.value.key == "net_address_wrong"


def test_a_server_may_point_to_another_place_of_its_own_and_nowhere_else(town):
    def turn(handler):
        if handler.path == "/elsewhere":
            handler.say(302, {}, {"Location": "http://localhost:1/x"})
        elif handler.path.startswith("/turn"):
            handler.say(301, {}, {"Location": f"{PUBLIC}/terms/categories/"})
        elif handler.path == "/round":
            handler.say(302, {}, {"Location": "/round"})
        else:
            return False
        return True

    town.before = turn
    assert get(f"{town.url}/turn").body["count"] == 3
    assert not failing(lambda: get(f"{town.url}/elsewhere"), "net_redirected").may_have_arrived
    failing(lambda: get(f"{town.url}/round"), "net_redirected")
    assert town.asked.count("GET /round") == 3


@pytest.mark.parametrize(("status", "may_have_arrived"), [(307, False), (308, False), (302, True), (303, True)])
def test_what_is_sent_follows_nobody(town, status, may_have_arrived):
    town.before = lambda handler: handler.say(status, {}, {"Location": f"{PUBLIC}/signals/"}) or True
    error = failing(lambda: post(f"{town.url}/x", {"a": 1}), "net_redirected")
    assert error.may_have_arrived is may_have_arrived
    assert len(town.asked) == 1


def test_nothing_arrives_where_nobody_listens_or_no_such_name_is():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = taken.getsockname()[1]
    error = failing(lambda: post(f"http://127.0.0.1:{closed}/x", {}), "net_unreachable")
    assert not error.may_have_arrived
    assert "127.0.0.1" in error.sentence("nl")
    assert not failing(lambda: get("https://bestaat.niet.example/"), "net_unreachable").may_have_arrived


def test_a_server_that_says_nothing_or_hangs_up_may_have_taken_it(town, monkeypatch):
    monkeypatch.setattr(http, "READ_SECONDS", 0.2)
    going_on = threading.Event()
    town.before = lambda handler: going_on.wait(5)
    assert failing(lambda: post(f"{town.url}/x", {}), "net_no_answer").may_have_arrived
    going_on.set()
    town.before = lambda handler: handler.connection.shutdown(socket.SHUT_RDWR) or True
    assert failing(lambda: post(f"{town.url}/x", {}), "net_no_answer").may_have_arrived
    assert len(town.asked) == 2  # each once


def test_an_answer_that_breaks_off_may_have_taken_it(town):
    def half(handler):
        handler.send_response(201)
        handler.send_header("Content-Length", "500")
        handler.end_headers()
        handler.wfile.write(b'{"signal_id": ')
        return True

    town.before = half
    assert failing(lambda: post(f"{town.url}/x", {}), "net_no_answer").may_have_arrived


def test_an_answer_without_end_is_not_waited_for(town, monkeypatch):
    monkeypatch.setattr(http, "MOST_BYTES", 1_000)
    town.before = lambda handler: handler.write(200, b"x" * 100_000) or True
    failing(lambda: get(f"{town.url}/x"), "net_no_answer")
    monkeypatch.setattr(http, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(http, "WHOLE_SECONDS", 0)
    failing(lambda: get(f"{town.url}/x"), "net_no_answer")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 200_000, b"\xff\xfe", b'{"a": NaN'])
def test_an_answer_that_is_no_json_has_no_body(town, body):
    town.before = lambda handler: handler.write(200, body) or True
    assert get(f"{town.url}/x").body is None


def test_no_password_of_this_computer_goes_along(town, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login anja password geheim\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    get(f"{town.url}{PUBLIC}/terms/categories/")
    (headers,) = town.headers
    assert "Authorization" not in headers
    assert headers["Accept-Encoding"] == "identity"


@contextmanager
def speaking_tls(folder: Path) -> Iterator[int]:
    """A server whose certificate nobody vouches for."""
    key, certificate = folder / "key.pem", folder / "cert.pem"
    making = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*making, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            try:
                with context.wrap_socket(connection, server_side=True) as secured:
                    secured.recv(1)
            except OSError:
                connection.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(5)


def test_a_certificate_that_nobody_vouches_for_is_told_in_one_sentence(tmp_path):
    with speaking_tls(tmp_path) as port:
        error = failing(lambda: post(f"https://localhost:{port}/x", {}), "net_certificate")
    assert not error.may_have_arrived
    assert error.sentence("nl").startswith("De beveiliging van localhost is niet in orde.")


def test_two_servers_do_not_meet():
    with running() as one, running() as other:
        get(f"{one.url}{PUBLIC}/terms/categories/")
        assert (len(one.asked), other.asked) == (1, [])
