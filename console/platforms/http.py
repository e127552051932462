"""The road to the net, and all that guards it: where a request may go, how long it may take, how much may come back.

Nothing is ever asked twice by itself. Of what is sent, the caller hears whether it may have arrived.
"""

import json
import re
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError, NewConnectionError

from console.errors import ExpectedError

CONNECT_SECONDS: Final = 10
READ_SECONDS: Final = 30  # without a single byte
WHOLE_SECONDS: Final = 60  # for an answer that comes drop by drop
MOST_BYTES: Final = 4 * 1024 * 1024
_CHUNK: Final = 65_536
_MOST_TURNS: Final = 3
_ADDRESS_CHARACTERS: Final = 300
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_SECONDS: Final = re.compile(r"[0-9]{1,6}")
_TURNS: Final = frozenset({301, 302, 303, 307, 308})
_TURNED_AWAY: Final = frozenset({307, 308})  # the others may be said after something was done
_HEADERS: Final = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",  # what is packed may be a bomb
    "User-Agent": "Beheerconsole",
}


class NetError(ExpectedError):
    """A request without a good answer. ``may_have_arrived``: what was sent may be there all the same."""

    def __init__(self, key: str, *, may_have_arrived: bool = False, **values: object) -> None:
        super().__init__(key, **values)
        self.may_have_arrived = may_have_arrived


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; ``body`` is read as JSON, None where it is none. ``retry_after`` is in seconds."""

    status: int
    body: Any
    retry_after: int | None = None


def base_of(address: str) -> str:
    """Return the address of a server as a person wrote it, made whole and checked: "https://meldingen.voorbeeld.nl".

    Without a scheme it is https; http goes only to this computer itself. Raises ``ExpectedError("net_address_wrong")``
    for what is no such address, or holds a name, a password or a question.
    """
    written = address.strip()
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ExpectedError("net_address_wrong") from None
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and host in _LOCAL)
    is_plain = not (parts.query or parts.fragment or "@" in parts.netloc or any(map(str.isspace, written)))
    if not (is_safe and is_plain and _is_host(host)) or len(written) > _ADDRESS_CHARACTERS or port == 0:
        raise ExpectedError("net_address_wrong")
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"


def _is_host(host: str) -> bool:
    return host in _LOCAL or ("." in host and host.strip(".") == host and ".." not in host)


def host_of(address: str) -> str:
    """Return the name of a server, for a sentence."""
    return urlsplit(address).hostname or address


def get(url: str) -> Answer:
    """Ask for something; a server may point to another place of its own. Raises ``NetError``."""
    begun = time.monotonic()
    for _ in range(_MOST_TURNS):
        with _asking(url, "GET") as response:
            onward = response.headers.get("Location")
            if response.status_code not in _TURNS or onward is None:
                return _answer(response, url, begun)
        turned = urljoin(url, onward)
        if _origin(urlsplit(turned)) != _origin(urlsplit(url)):
            break
        url = turned
    raise NetError("net_redirected", host=host_of(url))


def post(url: str, payload: Mapping[str, Any]) -> Answer:
    """Send something as JSON, once. Raises ``NetError``."""
    begun = time.monotonic()
    with _asking(url, "POST", payload) as response:
        if response.status_code in _TURNS:
            may_have_arrived = response.status_code not in _TURNED_AWAY
            raise NetError("net_redirected", may_have_arrived=may_have_arrived, host=host_of(url))
        return _answer(response, url, begun)


def _origin(parts: SplitResult) -> tuple[str, str]:
    return parts.scheme, parts.netloc.lower()


def _asking(url: str, method: str, payload: Mapping[str, Any] | None = None) -> requests.Response:
    """Return the head of an answer; its body is still to be read."""
    session = requests.Session()
    session.headers.update(_HEADERS)
    try:
        return session.request(
            method,
            url,
            json=payload,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            allow_redirects=False,
            stream=True,
            auth=_nobody,
        )
    except requests.RequestException as error:
        _tell(error, url)


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep the passwords that a computer may hold for a server at home."""
    return request


def _tell(error: requests.RequestException, url: str) -> NoReturn:
    """Raise what a person can do something about."""
    host = host_of(url)
    causes = tuple(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        raise NetError("net_certificate", host=host) from error
    never_left = (requests.ConnectTimeout, requests.exceptions.ProxyError, requests.exceptions.InvalidURL)
    if isinstance(error, never_left) or any(isinstance(cause, NewConnectionError) for cause in causes):
        raise NetError("net_unreachable", host=host) from error
    raise NetError("net_no_answer", may_have_arrived=True, host=host) from error


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all that it stands for, which its libraries hand on in several ways."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop()
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            waiting += [*cause.args, cause.__cause__, cause.__context__, getattr(cause, "reason", None)]


def _answer(response: requests.Response, url: str, begun: float) -> Answer:
    body = _read(response, url, begun)
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    waits = response.headers.get("Retry-After", "")
    return Answer(response.status_code, said, int(waits) if _SECONDS.fullmatch(waits) else None)


def _read(response: requests.Response, url: str, begun: float) -> bytes:
    """Return the body of an answer, if it is not too long and not too slow."""
    body = bytearray()
    try:
        while chunk := response.raw.read1(_CHUNK, decode_content=False):
            body += chunk
            if len(body) > MOST_BYTES or time.monotonic() - begun > WHOLE_SECONDS:
                raise NetError("net_no_answer", may_have_arrived=True, host=host_of(url))
    except (HTTPError, OSError) as error:
        raise NetError("net_no_answer", may_have_arrived=True, host=host_of(url)) from error
    return bytes(body)
