"""Sees each system call by which a process changes a folder, and fails it or kills the process.

Nothing is mocked: the kernel itself asks this supervisor before it carries out a call (seccomp's
user notifications, Linux 5.6 and later, no rights needed), and the supervisor lets it go on, has it
answered with an error, writes only half of what was to be written, or kills the process at that
very call. Processes that the watched one starts are watched with it.
"""

import ctypes
import errno
import os
import platform
import select
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_NUMBERS = {
    "x86_64": (
        0xC000003E,
        {
            "write": 1, "open": 2, "close": 3, "pwrite64": 18, "sendfile": 40, "fsync": 74,
            "fdatasync": 75, "ftruncate": 77, "getdents64": 217, "rename": 82, "mkdir": 83,
            "rmdir": 84, "creat": 85, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90,
            "fchmod": 91, "chown": 92, "fchown": 93, "lchown": 94, "openat": 257, "mkdirat": 258,
            "fchownat": 260, "unlinkat": 263, "renameat": 264, "linkat": 265, "symlinkat": 266,
            "fchmodat": 268, "utimensat": 280, "renameat2": 316, "copy_file_range": 326,
            "fchmodat2": 452,
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            "write": 64, "close": 57, "pwrite64": 68, "sendfile": 71, "fsync": 82, "fdatasync": 83,
            "ftruncate": 46, "getdents64": 61, "openat": 56, "mkdirat": 34, "fchownat": 54,
            "fchown": 55, "unlinkat": 35, "renameat": 38, "linkat": 37, "symlinkat": 36,
            "fchmod": 52, "fchmodat": 53, "utimensat": 88, "renameat2": 276,
            "copy_file_range": 285, "fchmodat2": 452,
        },
    ),
}  # fmt: skip
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_PIDFD_OPEN, _PIDFD_GETFD = 434, 438
_AT_FDCWD = -100

_BY_PATH = {"open", "creat", "mkdir", "rmdir", "unlink", "chmod", "chown", "lchown"}
"""The path is the first argument."""
_BY_TWO_PATHS = {"rename", "link", "symlink"}
"""The path that is made is the second argument."""
_BY_PLACE = {"openat", "mkdirat", "fchownat", "unlinkat", "fchmodat", "fchmodat2", "utimensat"}
"""A folder's handle and a path."""
_BY_TWO_PLACES = {"renameat", "renameat2", "linkat"}
"""The third and the fourth argument."""

Decide = Callable[["Call"], "int | str | None"]
"""Of a call: None lets it go on, a number is the error it fails with, ``kill`` kills the process at
it, ``short`` writes half, the name of a signal sends it and lets the call go on."""


@dataclass(frozen=True)
class Call:
    """One system call about the watched folder."""

    number: int
    """From 0 on, in the order in which they come."""
    name: str
    path: str
    """Made absolute."""
    writes: bool
    """Whether it could change anything: an ``openat`` that only reads could not."""

    def __str__(self) -> str:
        return f"{self.number} {self.name} {self.path}"


def why_not_here() -> str | None:
    """Return why no process can be watched on this machine; None where one can."""
    if sys.platform != "linux" or platform.machine() not in _NUMBERS:
        return "watching system calls needs Linux on x86_64 or aarch64"
    release = tuple(int(part) for part in platform.release().split("-")[0].split(".")[:2])
    if release < (5, 6):
        return "watching system calls needs Linux 5.6 or later"
    run = Run()
    pid = os.fork()
    if pid == 0:
        with suppress(BaseException):
            run.enter()
            Path("/proc/briefgen").mkdir()
        os._exit(0)
    seen: list[Call] = []
    try:
        run.supervise(pid, "/proc/", seen.append)
    except OSError as error:
        return f"this machine does not let system calls be watched: {error}"
    return None if seen else "this machine does not let system calls be watched"


class Run:
    """One process to be watched: made before a fork, entered in the child, watched outside."""

    def __init__(self) -> None:
        self._here, self._there = socket.socketpair()

    def enter(self) -> None:
        """Have every call of this process, and of those that it starts, asked for.

        Raises:
            OSError: the kernel does not do that.
        """
        self._here.close()
        listener = _install_filter()
        socket.send_fds(self._there, [b"x"], [listener])
        os.close(listener)
        self._there.close()

    def supervise(self, pid: int, folder: str, decide: Decide, limit: float = 60) -> int:
        """Answer the calls of the child until it ends; return its code, negative: a signal.

        Args:
            pid: the child.
            folder: calls about paths that begin with this are decided on, the others go on.
            decide: what becomes of a call.
            limit: seconds after which the child is killed.

        Raises:
            OSError: the child could not be watched.
        """
        self._there.close()
        message, handles, _, _ = socket.recv_fds(self._here, 1, 1)
        self._here.close()
        if not message:
            os.waitpid(pid, 0)
            raise OSError(errno.ENOSYS, "no listener came")
        (listener,) = handles
        try:
            _Supervisor(listener, pid, folder, decide).run(limit)
        finally:
            os.close(listener)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class _Supervisor:
    def __init__(self, listener: int, pid: int, folder: str, decide: Decide) -> None:
        self._listener = listener
        self._child = pid
        self._folder = folder
        self._decide = decide
        self._count = 0
        self._names = {number: name for name, number in _NUMBERS[platform.machine()][1].items()}

    def run(self, limit: float) -> None:
        """Answer until nobody is left who asks."""
        poll = select.poll()
        poll.register(self._listener, select.POLLIN)
        end = time.monotonic() + limit
        while True:
            ready = poll.poll(max(0.0, end - time.monotonic()) * 1000)
            if not ready:
                os.kill(self._child, signal.SIGKILL)
                return
            if not ready[0][1] & select.POLLIN:
                return
            notice = bytearray(80)
            try:
                _ioctl(self._listener, 0xC0502100, notice)
            except OSError as error:
                if error.errno in (errno.ENOENT, errno.EINTR):  # the caller is dead
                    continue
                raise
            self._answer(notice)

    def _answer(self, notice: bytearray) -> None:
        id_, pid, _, number, _, _, *args = struct.unpack("=QIIiIQ6Q", notice)
        name = self._names[number]
        value, error, flags = 0, 0, 1
        decided = None
        try:
            path = _path_of(name, pid, args)
        except OSError:  # it died meanwhile
            path = ""
        if path.startswith(self._folder):
            call = Call(self._count, name, path, _writes(name, args))
            self._count += 1
            decided = self._decide(call)
            if decided == "kill":
                os.kill(self._child, signal.SIGKILL)
                return
            if decided == "short" and name == "write":
                value, flags = _write_half(pid, args), 0
            elif isinstance(decided, int):
                error, flags = -decided, 0
        self._send(id_, value, error, flags)
        if isinstance(decided, str) and decided.startswith("SIG"):
            os.kill(self._child, getattr(signal, decided))

    def _send(self, id_: int, value: int, error: int, flags: int) -> None:
        with suppress(OSError):  # it died meanwhile
            _ioctl(
                self._listener,
                0xC0182101,
                bytearray(struct.pack("=QqiI", id_, value, error, flags)),
            )


def _writes(name: str, args: list[int]) -> bool:
    if name in ("close", "getdents64"):
        return False
    if name in ("open", "openat"):
        flags = args[1 if name == "open" else 2]
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return True


def _path_of(name: str, pid: int, args: list[int]) -> str:
    if name in _BY_PATH:
        return _absolute(pid, _AT_FDCWD, args[0])
    if name in _BY_TWO_PATHS:
        return _absolute(pid, _AT_FDCWD, args[1])
    if name in _BY_PLACE:
        return _absolute(pid, args[0], args[1])
    if name in _BY_TWO_PLACES:
        return _absolute(pid, args[2], args[3])
    if name == "symlinkat":
        return _absolute(pid, args[1], args[2])
    handle = args[2] if name == "copy_file_range" else args[0]
    return str(Path(f"/proc/{pid}/fd/{_signed(handle)}").readlink())


def _absolute(pid: int, folder: int, address: int) -> str:
    path = _string_at(pid, address)
    if path.startswith("/"):
        return path
    handle = _signed(folder)
    base = Path(f"/proc/{pid}/cwd" if handle == _AT_FDCWD else f"/proc/{pid}/fd/{handle}")
    return os.path.normpath(base.readlink() / path)


def _signed(value: int) -> int:
    return struct.unpack("=i", struct.pack("=I", value & 0xFFFFFFFF))[0]


def _string_at(pid: int, address: int) -> str:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        found = b""
        while b"\0" not in found and len(found) < 4096:
            step = 4096 - (address + len(found)) % 4096
            found += memory.read(min(step, 256))
    return os.fsdecode(found.partition(b"\0")[0])


def _write_half(pid: int, args: list[int]) -> int:
    """Write the first half of what was to be written, through the process's own handle."""
    handle, address, size = _signed(args[0]), args[1], args[2]
    half = max(1, size // 2)
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        content = memory.read(half)
    with Path(f"/proc/{pid}/status").open() as status:
        owner = next(int(line.split()[1]) for line in status if line.startswith("Tgid"))
    process = _call(_PIDFD_OPEN, owner, 0)
    try:
        own = _call(_PIDFD_GETFD, process, handle, 0)
    finally:
        os.close(process)
    try:
        return os.write(own, content)
    finally:
        os.close(own)


def _install_filter() -> int:
    """Return the handle by which the kernel asks for the calls of this process."""
    machine = platform.machine()
    arch, numbers = _NUMBERS[machine]
    load, jump_equal, give = 0x20, 0x15, 0x06
    allow, ask = 0x7FFF0000, 0x7FC00000
    wanted = sorted(numbers.values())
    steps = [(load, 0, 0, 4), (jump_equal, 1, 0, arch), (give, 0, 0, allow), (load, 0, 0, 0)]
    for place, number in enumerate(wanted):
        steps.append((jump_equal, len(wanted) - place, 0, number))
    steps += [(give, 0, 0, allow), (give, 0, 0, ask)]
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    program = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("@HxxxxxxP", len(steps), ctypes.addressof(program))
    held = ctypes.create_string_buffer(head, len(head))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(38, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    return _call(_SECCOMP[machine], 1, 8, ctypes.c_void_p(ctypes.addressof(held)))


def _call(number: int, *args: object) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    result = library.syscall(number, *args)
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return int(result)


def _ioctl(handle: int, request: int, content: bytearray) -> None:
    import fcntl

    fcntl.ioctl(handle, request, content, True)
