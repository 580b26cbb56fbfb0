"""Ollama, by its own protocol (POST /api/chat).

Its imitation of another protocol, which pydantic-ai speaks, cannot say how much room the model
needs: Ollama then gives it a few thousand tokens and drops the head of a longer question without a
word. An article would be coded by its end alone.
"""

import json
import shlex
from typing import Any

import httpx2

from briefgen.extraction.llm.access import Access
from briefgen.extraction.llm.calling import Wishes
from briefgen.extraction.llm.faults import (
    AccessError,
    PassingError,
    UnreachableError,
    UnusableError,
)
from briefgen.extraction.llm.questions import Answer, Ending, Question, Usage, estimate_tokens
from briefgen.extraction.llm.statuses import fault_of
from briefgen.extraction.llm.transport import MOST_CHARACTERS, TooMuchError, open_client
from briefgen.language_model import LanguageModel

_ROOM_STEP = 2048
"""The model is loaded anew for another room: few sizes save that."""
_MOST_ERROR_BYTES = 20_000


class OllamaCaller:
    """Asks a model that Ollama serves."""

    def __init__(self, model: LanguageModel, access: Access) -> None:
        self._model = model
        self._access = access

    async def __call__(self, question: Question, wishes: Wishes) -> Answer:
        """Return what the model said; `Caller` says what is raised."""
        heard = _Heard()
        headers = {"authorization": f"Bearer {self._access.key}"} if self._access.key else {}
        try:
            async with (
                open_client(self._access, self._model.timeout) as client,
                client.stream(
                    "POST",
                    f"{self._access.base_url}/api/chat",
                    json=self._body(question, wishes),
                    headers=headers,
                ) as response,
            ):
                if response.status_code >= 300:
                    said = await _read_error(response)
                    raise self._fault(response.status_code, said, dict(response.headers))
                async for line in response.aiter_lines():
                    heard.take(line)
                    if heard.error is not None:
                        raise PassingError(self._access.redact(heard.error))
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            raise UnreachableError("no server answers", free=True) from error
        except TooMuchError:
            return heard.answer("flood", question)
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            if heard.text:
                return heard.answer("cut", question)
            name = type(error).__name__
            raise PassingError(f"the connection broke ({name})") from error
        if heard.thought_only:
            most = self._model.max_output
            told = f"the model thought until its {most} tokens were used up, and said nothing"
            raise UnusableError(f"{told}: raise max_output, or take a model that does not think")
        if not heard.lines:
            raise PassingError("the server answered with something that is no answer")
        return heard.answer(heard.ending if heard.done else "cut", question)

    def _body(self, question: Question, wishes: Wishes) -> dict[str, Any]:
        room = estimate_tokens(question.characters) + self._model.max_output
        options: dict[str, object] = {
            "num_ctx": self._model.context or -(-room // _ROOM_STEP) * _ROOM_STEP,
            "num_predict": self._model.max_output,
        }
        if wishes.temperature:
            options["temperature"] = 0
        body: dict[str, Any] = {
            "model": self._model.name,
            "messages": [{"role": role, "content": text} for role, text in question.messages],
            "stream": self._model.stream,
            "options": options,
        }
        if wishes.schema:
            body["format"] = question.schema
        return body

    def _fault(self, status: int, said: str, headers: dict[str, str]) -> Exception:
        if status == 404:
            fetch = f"ollama pull {shlex.quote(self._model.name)}"
            return AccessError(f"Ollama has no such model; fetch it with: {fetch}")
        return fault_of(status, self._access.redact(said), headers)


class _Heard:
    """What has arrived."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._characters = 0
        self.lines = 0
        self.done = False
        self.ending: Ending = "whole"
        self.error: str | None = None
        self._thinks = False
        self._input: int | None = None
        self._output: int | None = None

    @property
    def text(self) -> str:
        """What the model has said so far."""
        return "".join(self._pieces)

    @property
    def thought_only(self) -> bool:
        """Whether all the room went into thoughts."""
        return self._thinks and self.ending == "length" and not self.text.strip()

    def take(self, line: str) -> None:
        """Take one line of the answer; what is none is passed over."""
        try:
            value = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            return
        if not isinstance(value, dict):
            return
        if isinstance(value.get("error"), str):
            self.error = value["error"]
            return
        message = value.get("message")
        if isinstance(message, dict) and isinstance(message.get("content"), str):
            self._thinks = self._thinks or bool(message.get("thinking"))
            self.lines += 1
            self._pieces.append(message["content"])
            self._characters += len(message["content"])
            if self._characters > MOST_CHARACTERS:
                raise TooMuchError
        if value.get("done") is True:
            self.done = True
            self.ending = "length" if value.get("done_reason") == "length" else "whole"
            self._input = _count(value.get("prompt_eval_count"))
            self._output = _count(value.get("eval_count"))

    def answer(self, ending: Ending, question: Question) -> Answer:
        """Return it as an answer; tokens that nobody counted are estimated."""
        text = "" if ending == "flood" else self.text
        if self._input is not None and self._output is not None:
            return Answer(text, ending, Usage(self._input, self._output))
        used = estimate_tokens(question.characters), estimate_tokens(self._characters)
        return Answer(text, ending, Usage(*used, measured=False))


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


async def _read_error(response: httpx2.Response) -> str:
    """Return what an error says, without reading it all."""
    content = b""
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > _MOST_ERROR_BYTES:
            break
    text = content[:_MOST_ERROR_BYTES].decode(errors="replace")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    said = value.get("error") if isinstance(value, dict) else None
    return said if isinstance(said, str) else text
