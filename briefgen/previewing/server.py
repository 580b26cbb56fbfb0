"""The server of a preview: three addresses on this machine, behind a word that nobody can guess.

Another page in the same browser cannot read it: the address holds a random word, requests that come
from another site are refused, and so are those for another host's name, which a page could point
here. Files are not served at all, so there is no path to walk.
"""

import hmac
import secrets
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from briefgen import __version__
from briefgen.errors import OutputError
from briefgen.previewing.board import Board
from briefgen.previewing.shell import make_shell, policy_of

HOST = "127.0.0.1"
_SECONDS_BETWEEN_SIGNS = 10.0
"""A sign of life now and then lets a dead connection be noticed."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves what is on a board.

    Args:
        board: what to show.
        title: of the window.
        port: 0 for any that is free.

    Raises:
        OutputError: the port cannot be had.
    """

    daemon_threads = True
    # Where another process listens already, this must fail and not share the port with it.
    allow_reuse_port = False

    def __init__(self, board: Board, title: str, port: int) -> None:
        self.board = board
        self.title = title
        self.word = secrets.token_urlsafe(18)
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            hint = "name another with --port, or --port 0 for any that is free"
            message = f"port {port} cannot be had: {getattr(error, 'strerror', None) or error}"
            raise OutputError(message, hint=hint) from error

    @property
    def url(self) -> str:
        """The address to open."""
        return f"http://{HOST}:{self.server_port}/{self.word}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = f"briefgen/{__version__}"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer with the outer page, the brief, or the news."""
        if not self._is_from_here():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", "Not from here.")
            return
        _, _, rest = self.path.partition("?")[0].partition("/")
        word, _, name = rest.partition("/")
        known = hmac.compare_digest(word.encode(), self.server.word.encode())
        if known and name == "":
            self._send_shell()
        elif known and name == "page":
            policy = {"Content-Security-Policy": "frame-ancestors 'self'"}
            self._send(HTTPStatus.OK, "text/html", self.server.board.html, policy)
        elif known and name == "events":
            self._send_news()
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", "There is nothing here.")

    def _is_from_here(self) -> bool:
        """Tell whether the request is for this address and comes from no other page."""
        hosts = {f"{name}:{self.server.server_port}" for name in (HOST, "localhost")}
        host = self.headers.get("Host", "")
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        return (
            host in hosts and origin in {None, f"http://{host}"} and site in {"none", "same-origin"}
        )

    def _send_shell(self) -> None:
        nonce = secrets.token_urlsafe(18)
        policy = {"Content-Security-Policy": policy_of(nonce), "X-Frame-Options": "DENY"}
        shell = make_shell(escape(self.server.title), nonce)
        self._send(HTTPStatus.OK, "text/html", shell, policy)

    def _send(
        self, status: HTTPStatus, kind: str, text: str, more: dict[str, str] | None = None
    ) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {**_HEADERS, **(more or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_news(self) -> None:
        """Send what is on the board, and again whenever it changes, until somebody goes."""
        self.send_response(HTTPStatus.OK)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen = 0
        while not self.server.board.is_closed:
            seen, news = self.server.board.wait(seen, _SECONDS_BETWEEN_SIGNS)
            line = f"data: {news}\n\n" if news is not None else ": still here\n\n"
            self.wfile.write(line.encode())
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet: a preview is no access log."""
