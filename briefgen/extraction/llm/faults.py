"""What goes wrong with a call, sorted by what to do about it."""


class CallError(Exception):
    """A call gave no answer.

    Args:
        message: what happened, in words, without key and address.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class PassingError(CallError):
    """Another attempt may help: too many calls, a server in trouble, a broken connection.

    Args:
        message: what happened.
        after: seconds that the server asks to wait; None where it does not say.
        free: whether the server turned the call away, so that it costs nothing.
        slow: whether all the time was used up: then few further attempts are worth it.
    """

    def __init__(
        self, message: str, *, after: float | None = None, free: bool = False, slow: bool = False
    ) -> None:
        super().__init__(message)
        self.after = after
        self.free = free
        self.slow = slow


class UnreachableError(PassingError):
    """No server answers."""


class OptionError(CallError):
    """The server does not know something that it was asked to do.

    Args:
        message: what it said.
        option: ``schema`` or ``temperature``.
    """

    def __init__(self, message: str, option: str) -> None:
        super().__init__(message)
        self.option = option


class AccessError(CallError):
    """The server lets nobody in with this key, or knows no such model: no call will help."""


class UnusableError(CallError):
    """The server answered with something that no other attempt will make better."""
