"""Servers that speak chat completions, and Anthropic's, through pydantic-ai."""

from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import httpx2
from pydantic_ai.exceptions import (
    ModelAPIError,
    ModelAuthenticationError,
    ModelContextWindowExceededError,
    ModelHTTPError,
    ModelNotFoundError,
    ModelQuotaExceededError,
    ModelTimeoutError,
    UnexpectedModelBehavior,
)
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    SystemPromptPart,
    TextPart,
    UserPromptPart,
)
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.profiles import ModelProfile
from pydantic_ai.settings import ModelSettings

from briefgen.extraction.llm.access import Access
from briefgen.extraction.llm.calling import Wishes
from briefgen.extraction.llm.faults import (
    AccessError,
    CallError,
    PassingError,
    UnreachableError,
)
from briefgen.extraction.llm.questions import Answer, Ending, Question, Usage, estimate_tokens
from briefgen.extraction.llm.statuses import TooLongError, fault_of
from briefgen.extraction.llm.transport import MOST_CHARACTERS, TooMuchError, open_client
from briefgen.language_model import LanguageModel

if TYPE_CHECKING:
    from pydantic_ai.models import StreamedResponse

_NO_KEY = "none"
"""Sent to servers that want no key: the protocol has a place for one."""
_WITHOUT_TEMPERATURE = ("openai_supports_reasoning", "anthropic_disallows_sampling_settings")
"""What a model's profile says where it chooses its words in its own way: pydantic-ai would warn."""
_ENDINGS: Mapping[str, Ending] = {"length": "length", "content_filter": "refused"}


class HostedCaller:
    """Asks a model behind chat completions or Anthropic's messages."""

    def __init__(self, model: LanguageModel, access: Access) -> None:
        self._model = model
        self._access = access
        # Importing takes seconds on a small machine: not within the time of a call.
        self._connect = _load(model.provider)

    async def __call__(self, question: Question, wishes: Wishes) -> Answer:
        """Return what the model said; `Caller` says what is raised."""
        heard: list[StreamedResponse] = []
        try:
            async with AsyncExitStack() as stack:
                client = await stack.enter_async_context(
                    open_client(self._access, self._model.timeout)
                )
                response = await self._ask(client, question, wishes, heard, stack)
        except CallError:
            raise
        # What an SDK raises on a body that is not what it expects is its own affair: no kind of
        # error of three packages may end a build in a traceback.
        except Exception as error:
            if _is_too_much(error):
                return self._answer(question, "", "flood", heard[0].get() if heard else None)
            partial = _text_of(heard[0].get()) if heard else ""
            if partial and not isinstance(error, ModelHTTPError):
                return self._answer(question, partial, "cut", None)
            raise self._fault(error) from None
        ending = _ENDINGS.get(response.finish_reason or "", "whole")
        text = _text_of(response)
        if len(text) > MOST_CHARACTERS:
            return self._answer(question, "", "flood", response)
        if response.state not in {"complete"} and ending == "whole":
            ending = "cut"
        return self._answer(question, text, ending, response)

    async def _ask(
        self,
        client: httpx2.AsyncClient,
        question: Question,
        wishes: Wishes,
        heard: "list[StreamedResponse]",
        stack: AsyncExitStack,
    ) -> ModelResponse:
        model = self._connect(self._model.name, self._access, client)
        messages = _messages(question)
        settings = self._settings(model, wishes)
        parameters = self._parameters(model, question, wishes)
        if not self._model.stream:
            return await model.request(messages, settings, parameters)
        stream = await stack.enter_async_context(
            model.request_stream(messages, settings, parameters)
        )
        heard.append(stream)
        characters = 0
        async for event in stream:
            said = getattr(getattr(event, "delta", None), "content_delta", None)
            characters += len(said) if isinstance(said, str) else 0
            if characters > MOST_CHARACTERS:
                raise TooMuchError
        return stream.get()

    def _settings(self, model: Model, wishes: Wishes) -> ModelSettings:
        settings = ModelSettings(
            max_tokens=self._model.max_output, timeout=self._model.timeout, max_retries=0
        )
        if wishes.temperature and not any(model.profile.get(sign) for sign in _WITHOUT_TEMPERATURE):
            settings["temperature"] = 0.0
        return settings

    def _parameters(
        self, model: Model, question: Question, wishes: Wishes
    ) -> ModelRequestParameters:
        parameters = ModelRequestParameters()
        if wishes.schema and model.profile.get("supports_json_schema_output", False):
            # Some clients take apart what they are given.
            schema = deepcopy(dict(question.schema))
            shape = OutputObjectDefinition(json_schema=schema, name="answer", strict=True)
            parameters = ModelRequestParameters(output_mode="native", output_object=shape)
        return parameters

    def _answer(
        self, question: Question, text: str, ending: Ending, response: ModelResponse | None
    ) -> Answer:
        usage = response.usage if response is not None else None
        if usage is not None and usage.input_tokens and usage.output_tokens:
            return Answer(text, ending, Usage(usage.input_tokens, usage.output_tokens))
        used = estimate_tokens(question.characters), estimate_tokens(len(text))
        return Answer(text, ending, Usage(*used, measured=False))

    def _fault(self, error: Exception) -> CallError:
        """Say what an error of another package means; nothing secret is in what is said."""
        status = next(filter(None, (getattr(e, "status_code", None) for e in _chain(error))), 0)
        if 300 <= status < 400:
            return fault_of(status, "", {})
        match error:
            case ModelHTTPError():
                return self._http_fault(error)
            case ModelAuthenticationError():
                return AccessError("the server does not take the key")
            case ModelNotFoundError():
                return AccessError("the server does not know this model")
            case ModelQuotaExceededError():
                return AccessError("the account has no credit left")
            case ModelContextWindowExceededError():
                return TooLongError("the question is too long")
            case ModelTimeoutError():
                return PassingError("the server did not answer in time")
        if _is_unreachable(error):
            return UnreachableError("no server answers", free=True)
        if isinstance(error, ModelAPIError | httpx2.HTTPError | httpx2.StreamError | OSError):
            return PassingError("the connection broke")
        if isinstance(error, UnexpectedModelBehavior):
            return PassingError("the server answered with something that is no answer")
        return PassingError(f"the answer could not be read ({type(error).__name__})")

    def _http_fault(self, error: ModelHTTPError) -> CallError:
        body = error.body
        if isinstance(body, dict):
            inner = body.get("error", body)
            body = inner.get("message", inner) if isinstance(inner, dict) else inner
        said = self._access.redact(str(body or ""))
        if isinstance(error, ModelContextWindowExceededError):
            return TooLongError(said)
        if isinstance(error, ModelQuotaExceededError):
            return AccessError("the account has no credit left")
        return fault_of(error.status_code, said, error.headers or {})


Connect = Callable[[str, Access, httpx2.AsyncClient], Model]
"""Makes what speaks to a model of that name."""


def _load(provider: str) -> Connect:
    """Import what a provider's protocol needs, and return what connects to one of its models.

    Raises:
        ImportError: a package is missing.
    """
    return _load_anthropic() if provider == "anthropic" else _load_chat(provider)


def _load_anthropic() -> Connect:
    from anthropic import AsyncAnthropic
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    def connect(name: str, access: Access, client: httpx2.AsyncClient) -> Model:
        asked = AsyncAnthropic(
            api_key=access.key or _NO_KEY,
            base_url=access.base_url,
            http_client=client,
            max_retries=0,
        )
        return AnthropicModel(name, provider=AnthropicProvider(anthropic_client=asked))

    return connect


def _load_chat(provider: str) -> Connect:
    from openai import AsyncOpenAI
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    def connect(name: str, access: Access, client: httpx2.AsyncClient) -> Model:
        asked = AsyncOpenAI(
            api_key=access.key or _NO_KEY,
            base_url=access.base_url,
            http_client=client,
            max_retries=0,
        )
        if provider == "openai":
            return OpenAIChatModel(name, provider=OpenAIProvider(openai_client=asked))
        own = OpenAICompatibleProvider(provider, openai_client=asked)
        return OpenAIChatModel(name, provider=own, profile=_local_profile)

    return connect


def _local_profile(profile: ModelProfile) -> ModelProfile:
    """Say what servers on one's own machine know: the older name of the limit of an answer."""
    changed: Any = {**profile, "openai_chat_supports_max_completion_tokens": False}
    return changed  # type: ignore[no-any-return]


def _messages(question: Question) -> list[ModelMessage]:
    """Return the question as pydantic-ai has it; an answer that is asked about again is a turn."""
    messages: list[ModelMessage] = []
    parts: list[SystemPromptPart | UserPromptPart] = []
    for role, text in question.messages:
        if role == "assistant":
            messages += [ModelRequest(parts=parts), ModelResponse(parts=[TextPart(text)])]
            parts = []
        else:
            parts.append(SystemPromptPart(text) if role == "system" else UserPromptPart(text))
    return [*messages, ModelRequest(parts=parts)]


def _text_of(response: ModelResponse) -> str:
    return "".join(part.content for part in response.parts if isinstance(part, TextPart))


def _chain(error: BaseException) -> "list[BaseException]":
    found: list[BaseException] = []
    step: BaseException | None = error
    while step is not None and step not in found:
        found.append(step)
        step = step.__cause__ or step.__context__
    return found


def _is_too_much(error: BaseException) -> bool:
    return any(isinstance(each, TooMuchError) for each in _chain(error))


def _is_unreachable(error: BaseException) -> bool:
    return any(isinstance(e, httpx2.ConnectError | httpx2.ConnectTimeout) for e in _chain(error))
