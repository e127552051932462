"""A server that answers as Signalen does (``design/platforms.md`` D, and Amsterdam/signals, which runs it).

``python -m tests.tools.signalen_server [PORT]`` starts one to try the program against.
"""

import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

PUBLIC = "/signals/v1/public"
ALLOWED = {
    *("source", "text", "text_extra", "location", "category", "reporter", "incident_date_start"),
    *("incident_date_end", "extra_properties", "session"),
}
REQUIRED = ("text", "location", "category", "reporter", "incident_date_start")
BOX = (4.0, 51.8, 4.7, 52.1)  # west, south, east, north
MOST_CHARACTERS = 3000
A_PAGE = 2
CATEGORIES = {
    "Schoon": {"Grofvuil": True, "Zwerfvuil": True, "Oud papier": False},
    "Wegen, verkeer, straatmeubilair": {"Gat in de weg": True, "Lantaarnpaal": True},
    "Overig": {"Overig": True},
}


@dataclass
class Town:
    """What a municipality has, and how its server behaves; a test changes it."""

    reports: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # method and path of every request
    headers: list[dict[str, str]] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    most_posts: int = 60
    posts: int = 0
    before: Callable[["Handler"], bool] | None = None  # answers itself, and returns True, in the place of the server
    names_itself: str = ""  # the address that it gives itself, when it stands behind another
    url: str = ""


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    town: Town
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._begin()
        if self.town.before is not None and self.town.before(self):
            return
        parts = urlsplit(self.path)
        found = re.fullmatch(rf"{PUBLIC}/signals/([0-9a-f-]{{36}})/?", parts.path)
        if parts.path == f"{PUBLIC}/terms/categories/":
            self.say(200, self._categories(int(parse_qs(parts.query).get("page", ["1"])[0])))
        elif found and found[1] in self.town.reports:
            self.say(200, self._shown(found[1]))
        else:
            self.say(404, {"detail": "Niet gevonden."})

    def do_POST(self) -> None:
        self._begin()
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.town.before is not None and self.town.before(self):
            return
        if urlsplit(self.path).path != f"{PUBLIC}/signals/":
            self.say(404, {"detail": "Niet gevonden."})
            return
        self.town.posts += 1  # also what is refused
        if self.town.posts > self.town.most_posts:
            self.say(429, {"detail": "Verzoek was verdrongen."}, {"Retry-After": "3586"})
            return
        wrong = self._wrong(said)
        if wrong:
            self.say(400, wrong)
            return
        self.say(201, self.take(said))

    def take(self, said: dict[str, Any]) -> dict[str, Any]:
        """Keep a report, and return what is public of it."""
        key = str(uuid4())
        self.town.reports[key] = said | {"number": f"SIG-{len(self.town.reports) + 1}"}
        return self._shown(key)

    def say(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
        """Answer as JSON."""
        self.write(status, json.dumps(body).encode(), headers)

    def write(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        """Answer as it stands."""
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_values: object) -> None:
        """Say nothing."""

    def _begin(self) -> None:
        self.close_connection = True
        self.town.asked.append(f"{self.command} {self.path}")
        self.town.headers.append(dict(self.headers))

    @property
    def _base(self) -> str:
        return self.town.names_itself or self.town.url

    def _categories(self, page: int) -> dict[str, Any]:
        mains = list(CATEGORIES.items())
        first = (page - 1) * A_PAGE
        onward = f"{self._base}{PUBLIC}/terms/categories/?page={page + 1}" if first + A_PAGE < len(mains) else None
        return {
            "_links": {"self": {"href": f"{self._base}{self.path}"}, "next": {"href": onward}},
            "count": len(mains),
            "results": [self._main(name, subs) for name, subs in mains[first : first + A_PAGE]],
        }

    def _main(self, name: str, subs: dict[str, bool]) -> dict[str, Any]:
        slug = _slug(name)
        return {
            "name": name,
            "slug": slug,
            "public_name": None,
            "sub_categories": [
                {
                    "_links": {"self": {"href": self.key_of(slug, _slug(sub))}},
                    "name": sub,
                    "public_name": "",
                    "slug": _slug(sub),
                    "is_active": is_active,
                    "description": f"Meldingen over {sub.lower()}.",
                    "handling_message": "Wij kijken binnen drie dagen.",
                }
                for sub, is_active in subs.items()
            ],
        }

    def key_of(self, main: str, sub: str) -> str:
        """Return the address by which a kind of report is known."""
        return f"{self._base}{PUBLIC}/terms/categories/{main}/sub_categories/{sub}"

    def _shown(self, key: str) -> dict[str, Any]:
        report = self.town.reports[key]
        state, shown = ("CLOSED", "Gesloten") if key in self.town.closed else ("OPEN", "Open")
        return {
            "_display": report["number"],
            "id_display": report["number"],
            "signal_id": key,
            "status": {"state": state, "state_display": shown},
            "incident_date_start": report["incident_date_start"],
        }

    def _wrong(self, said: dict[str, Any]) -> dict[str, Any]:
        extra = sorted(set(said) - ALLOWED)
        if extra:
            return {"non_field_errors": [f"Extra properties present: {', '.join(extra)}"]}
        wrong: dict[str, Any] = {name: ["Dit veld is vereist."] for name in REQUIRED if name not in said}
        if "text" in said and not 0 < len(said["text"]) <= MOST_CHARACTERS:
            wrong["text"] = [f"Zorg ervoor dat dit veld niet meer dan {MOST_CHARACTERS} karakters bevat."]
        if "location" in said:
            west, south, east, north = BOX
            longitude, latitude = said["location"]["geometrie"]["coordinates"]
            if not (west <= longitude <= east and south <= latitude <= north):
                wrong["location"] = {"geometrie": ["Locatie is niet binnen het toegestane gebied."]}
        if "category" in said and said["category"].get("sub_category") not in self._known():
            wrong["category"] = {"sub_category": ["Ongeldige hyperlink - Geen overeenkomende URL."]}
        if said.get("reporter", {}).get("email", "a@b.nl").count("@") != 1:
            wrong["reporter"] = {"email": ["Voer een geldig e-mailadres in."]}
        return wrong

    def _known(self) -> set[str]:  # also what is not active
        return {self.key_of(_slug(main), _slug(sub)) for main, subs in CATEGORIES.items() for sub in subs}


def _slug(name: str) -> str:
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


@contextmanager
def running(port: int = 0) -> Iterator[Town]:
    """Run a server of a town of its own; ``Town.url`` is where."""
    town = Town()
    handler = type("OfTown", (Handler,), {"town": town})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    town.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield town
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    with running(int(sys.argv[1]) if len(sys.argv) > 1 else 8017) as shown:
        print(f"Signalen at {shown.url}")
        while True:
            time.sleep(60)
