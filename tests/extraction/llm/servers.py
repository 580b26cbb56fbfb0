"""Servers that speak the protocols of language models, in the tests' process, on real sockets.

What they answer is scripted: a function of the request, or a list that is gone through. Whatever
they do ends with `Server.close`; nothing waits longer than ``PATIENCE``.
"""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Protocol = Literal["chat", "ollama", "anthropic"]
PATIENCE = 20.0


@dataclass(frozen=True)
class Say:
    """An answer; finish: why it ends."""

    text: str
    finish: Literal["stop", "length", "refusal"] = "stop"
    usage: tuple[int, int] | None = (1000, 200)


@dataclass(frozen=True)
class Status:
    """An HTTP status with a body."""

    code: int
    body: str = '{"error": {"message": "no", "type": "x", "code": "x"}}'
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Raw:
    """200 with a body that is what it is."""

    body: str


@dataclass(frozen=True)
class Hang:
    """No answer at all."""


@dataclass(frozen=True)
class Cut:
    """The beginning of an answer, then the connection is reset."""

    text: str


@dataclass(frozen=True)
class Flood:
    """An answer without end."""

    size: int = 50_000_000


Reply = Say | Status | Raw | Hang | Cut | Flood


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def texts(self) -> list[str]:
        """What the messages say, the first first."""
        said = [self.body["system"]] if "system" in self.body else []
        said += [message["content"] for message in self.body["messages"]]
        return [
            each if isinstance(each, str) else "".join(part["text"] for part in each)
            for each in said
        ]


@dataclass
class Server:
    """A server while it runs."""

    url: str
    asked: list[Asked] = field(default_factory=list)
    sent: int = 0
    """Bytes of floods that went out."""
    closing: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serve(
    protocol: Protocol, script: Callable[[Asked], Reply] | Iterable[Reply]
) -> Iterator[Server]:
    """Run a server; a script that is a list ends with its last reply again and again."""
    replies = script if callable(script) else _in_turn(list(script))
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = PATIENCE

        def do_POST(self):
            length = int(self.headers["content-length"])
            body = json.loads(self.rfile.read(length))
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
            with lock:
                server.asked.append(asked)
                reply = replies(asked)
            with suppress(OSError):  # who asked is gone
                self._reply(reply, body)

        def _reply(self, reply, body):
            match reply:
                case Say():
                    streams = body.get("stream", False)
                    write = _STREAMS[protocol] if streams else _WHOLE[protocol]
                    kind = _KINDS[protocol] if streams else "application/json"
                    self._send(200, kind, write(reply, str(body["model"])).encode())
                case Status():
                    self._send(reply.code, "application/json", reply.body.encode(), reply.headers)
                case Raw():
                    self._send(200, "application/json", reply.body.encode())
                case Hang():
                    server.closing.wait(PATIENCE)
                case Cut():
                    whole = _STREAMS[protocol](Say(reply.text), str(body["model"])).encode()
                    self._head(200, _KINDS[protocol], len(whole) + 1000)
                    self.wfile.write(_without_end(protocol, whole))
                    self.wfile.flush()
                    server.closing.wait(0.05)
                    self._reset()
                case Flood():
                    self._flood(reply, body)
            self.close_connection = True

        def _flood(self, reply, body):
            streams = body.get("stream", False)
            self._head(200, _KINDS[protocol] if streams else "application/json", reply.size)
            piece = _word(protocol, "x" * 2000) if streams else b"x" * 2000
            while server.sent < reply.size:
                self.wfile.write(piece)
                server.sent += len(piece)

        def _reset(self):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

        def _head(self, code, kind, length, headers=()):
            self.send_response(code)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(length))
            self.send_header("connection", "close")
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()

        def _send(self, code, kind, content, headers=()):
            self._head(code, kind, len(content), headers)
            self.wfile.write(content)

        def log_message(self, *arguments):
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request, client_address):
            """Say nothing: who asked may be gone."""

    http = Quiet(("127.0.0.1", 0), Handler)
    path = "/v1" if protocol == "chat" else ""
    server = Server(f"http://127.0.0.1:{http.server_address[1]}{path}")
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        http.shutdown()
        http.server_close()
        thread.join(PATIENCE)


def _in_turn(replies: list[Reply]) -> Callable[[Asked], Reply]:
    left = iter(replies)
    return lambda asked: next(left, replies[-1])


def _pieces(text: str) -> list[str]:
    return [text[at : at + 40] for at in range(0, len(text), 40)] or [""]


def _lines(values: Iterable[Any]) -> str:
    return "".join(f"data: {json.dumps(value)}\n\n" for value in values)


def _usage(say: Say) -> dict[str, int] | None:
    if say.usage is None:
        return None
    one, other = say.usage
    return {"prompt_tokens": one, "completion_tokens": other, "total_tokens": one + other}


def _chat_whole(say: Say, model: str) -> str:
    refused = say.finish == "refusal"
    message = {"role": "assistant", "content": None if refused else say.text}
    message |= {"refusal": say.text} if refused else {}
    finish = "content_filter" if refused else say.finish
    return json.dumps(
        {
            "id": "c1",
            "object": "chat.completion",
            "created": 1,
            "model": model,
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": _usage(say),
        }
    )


def _chat_stream(say: Say, model: str) -> str:
    refused = say.finish == "refusal"

    def chunk(delta, finish=None, **more):
        choices = [{"index": 0, "delta": delta, "finish_reason": finish}]
        head = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": model}
        return {**head, "choices": choices, **more}

    said = [chunk({"role": "assistant", "content": ""})]
    name = "refusal" if refused else "content"
    said += [chunk({name: piece}) for piece in _pieces(say.text)]
    said.append(chunk({}, "content_filter" if refused else say.finish))
    if say.usage is not None:
        said.append({**chunk({}), "choices": [], "usage": _usage(say)})
    return _lines(said) + "data: [DONE]\n\n"


def _ollama_whole(say: Say, model: str) -> str:
    message = {"role": "assistant", "content": say.text}
    return json.dumps(_ollama_end(say, model) | {"message": message})


def _ollama_end(say: Say, model: str) -> dict[str, Any]:
    end: dict[str, Any] = {"model": model, "done": True, "message": {"content": ""}}
    end["done_reason"] = "length" if say.finish == "length" else "stop"
    if say.usage is not None:
        end |= {"prompt_eval_count": say.usage[0], "eval_count": say.usage[1]}
    return end


def _ollama_stream(say: Say, model: str) -> str:
    said: list[dict[str, Any]] = [
        {"model": model, "message": {"role": "assistant", "content": piece}, "done": False}
        for piece in _pieces(say.text)
    ]
    return "".join(f"{json.dumps(value)}\n" for value in [*said, _ollama_end(say, model)])


_ANTHROPIC_ENDS = {"stop": "end_turn", "length": "max_tokens", "refusal": "refusal"}


def _anthropic_message(say: Say, model: str) -> dict[str, Any]:
    one, other = say.usage or (0, 0)
    return {
        "id": "m1",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [{"type": "text", "text": say.text}],
        "stop_reason": _ANTHROPIC_ENDS[say.finish],
        "stop_sequence": None,
        "usage": {"input_tokens": one, "output_tokens": other},
    }


def _anthropic_whole(say: Say, model: str) -> str:
    return json.dumps(_anthropic_message(say, model))


def _anthropic_stream(say: Say, model: str) -> str:
    start = _anthropic_message(say, model) | {"content": [], "stop_reason": None}
    start["usage"] = {"input_tokens": start["usage"]["input_tokens"], "output_tokens": 1}
    events: list[dict[str, Any]] = [
        {"type": "message_start", "message": start},
        {
            "type": "content_block_start",
            "index": 0,
            "content_block": {"type": "text", "text": ""},
        },
        *(
            {
                "type": "content_block_delta",
                "index": 0,
                "delta": {"type": "text_delta", "text": piece},
            }
            for piece in _pieces(say.text)
        ),
        {"type": "content_block_stop", "index": 0},
        {
            "type": "message_delta",
            "delta": {"stop_reason": _ANTHROPIC_ENDS[say.finish], "stop_sequence": None},
            "usage": {"output_tokens": (say.usage or (0, 0))[1]},
        },
        {"type": "message_stop"},
    ]
    return "".join(f"event: {e['type']}\ndata: {json.dumps(e)}\n\n" for e in events)


def _word(protocol: Protocol, text: str) -> bytes:
    """Return one piece of a stream."""
    short = text[:40]
    end = "\n" if protocol == "ollama" else "\n\n"
    blocks = _STREAMS[protocol](Say(short), "m").split(end)
    wanted = next(block for block in blocks if f'"{short}"' in block)
    return (wanted.replace(short, text) + end).encode()


def _without_end(protocol: Protocol, whole: bytes) -> bytes:
    """Return a stream without what says that it is over."""
    mark = {
        "chat": b'"finish_reason": "stop"',
        "ollama": b'"done": true',
        "anthropic": b"event: content_block_stop",
    }[protocol]
    head = whole[: whole.index(mark)]
    return head[: head.rindex(b"\n") + 1]


_WHOLE = {"chat": _chat_whole, "ollama": _ollama_whole, "anthropic": _anthropic_whole}
_STREAMS = {"chat": _chat_stream, "ollama": _ollama_stream, "anthropic": _anthropic_stream}
_KINDS = {
    "chat": "text/event-stream",
    "ollama": "application/x-ndjson",
    "anthropic": "text/event-stream",
}
