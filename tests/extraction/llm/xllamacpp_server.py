"""Runs llama.cpp's server out of the package xllamacpp, with the options of llama-server's own.

Usage: python xllamacpp_server.py --model FILE --host HOST --port PORT --ctx-size TOKENS …
"""

import argparse
import threading

import xllamacpp


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--host", required=True)
    for name in ("port", "ctx-size", "parallel", "threads"):
        parser.add_argument(f"--{name}", type=int, required=True)
    asked = parser.parse_args()
    wishes = xllamacpp.CommonParams()
    wishes.model.path = asked.model
    wishes.hostnames = [asked.host]
    wishes.port = asked.port
    wishes.n_ctx = asked.ctx_size
    wishes.n_parallel = asked.parallel
    wishes.cpuparams.n_threads = asked.threads
    wishes.warmup = False
    server = xllamacpp.Server(wishes)
    print(server.listening_address, flush=True)  # noqa: T201
    threading.Event().wait()


if __name__ == "__main__":
    main()
