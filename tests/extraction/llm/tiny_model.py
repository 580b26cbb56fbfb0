"""A language model of some hundred kilobytes with random weights, as llama.cpp reads it (GGUF 3).

The architecture is Llama's, the vocabulary the 256 bytes, so that any text can be put to it and any
answer come of it. It knows nothing. Format: github.com/ggml-org/ggml, docs/gguf.md.
"""

import random
import struct
from array import array
from collections.abc import Mapping
from pathlib import Path

_U32, _I32, _F32, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9
_ALIGNMENT = 32
_WIDTH, _LAYERS, _HEADS = 32, 2, 4
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6
"""Kinds of tokens."""
_SPECIAL = ("<unk>", "<s>", "</s>")
_SPACE = "▁"
"""A space, as vocabularies of this kind write it."""
_Value = bool | str | int | float | list[str] | list[int] | list[float]


def write_tiny_model(path: Path, *, seed: int = 0, context: int = 16_384) -> None:
    """Write a model; the same seed gives the same bytes."""
    chance = random.Random(seed)
    tokens = [*_SPECIAL, *(f"<0x{byte:02X}>" for byte in range(256)), _SPACE]
    facts = _facts(tokens, context)
    infos, data = b"", b""
    for name, shape in _shapes(len(tokens)).items():
        values = _values(name, shape, chance)
        infos += _text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, len(data))
        data += _padded(values.tobytes())
    count = len(_shapes(len(tokens)))
    head = b"GGUF" + struct.pack("<IQQ", 3, count, len(facts))
    head += b"".join(_text(name) + _value(value) for name, value in facts.items())
    path.write_bytes(_padded(head + infos) + data)


def _facts(tokens: list[str], context: int) -> Mapping[str, _Value]:
    kinds = [_UNKNOWN, _CONTROL, _CONTROL, *[_BYTE] * 256, _NORMAL]
    return {
        "general.architecture": "llama",
        "general.name": "nothing",
        "llama.context_length": context,
        "llama.embedding_length": _WIDTH,
        "llama.block_count": _LAYERS,
        "llama.feed_forward_length": 2 * _WIDTH,
        "llama.attention.head_count": _HEADS,
        "llama.attention.head_count_kv": _HEADS,
        "llama.rope.dimension_count": _WIDTH // _HEADS,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.scores": [0.0] * len(tokens),
        "tokenizer.ggml.token_type": kinds,
        "tokenizer.ggml.unknown_token_id": 0,
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.ggml.add_space_prefix": False,
    }


def _shapes(count: int) -> Mapping[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (_WIDTH, count),
        "output_norm.weight": (_WIDTH,),
        "output.weight": (_WIDTH, count),
    }
    for layer in range(_LAYERS):
        block = f"blk.{layer}."
        shapes |= {f"{block}{name}_norm.weight": (_WIDTH,) for name in ("attn", "ffn")}
        shapes |= {
            f"{block}attn_{name}.weight": (_WIDTH, _WIDTH) for name in ("q", "k", "v", "output")
        }
        shapes |= {f"{block}ffn_{name}.weight": (_WIDTH, 2 * _WIDTH) for name in ("gate", "up")}
        shapes[f"{block}ffn_down.weight"] = (2 * _WIDTH, _WIDTH)
    return shapes


def _values(name: str, shape: tuple[int, ...], chance: random.Random) -> "array[float]":
    size = 1
    for length in shape:
        size *= length
    if name.endswith("norm.weight"):
        return array("f", [1.0] * size)
    values = array("f", (chance.gauss(0, _WIDTH**-0.5) for _ in range(size)))
    # The first dimension is the same for every token, and no layer writes it: a constant, to lean
    # on below.
    if name == "token_embd.weight":
        for row in range(shape[1]):
            values[row * _WIDTH] = 1.0
    if name.endswith(("attn_output.weight", "ffn_down.weight")):
        for column in range(shape[0]):
            values[column] = 0.0
    if name == "output.weight":
        # Else strings and lists would end by chance alone, and answers never.
        for mark, weight in ((b'"', 5.5), (b"{", 3.5), (b"]", 2.5), (b"}", 2.5)):
            values[(len(_SPECIAL) + mark[0]) * _WIDTH] = weight
    return values


def _value(value: _Value) -> bytes:
    match value:
        case bool():
            return struct.pack("<I?", _BOOL, value)
        case int():
            return struct.pack("<II", _U32, value)
        case float():
            return struct.pack("<If", _F32, value)
        case str():
            return struct.pack("<I", _STRING) + _text(value)
    first = value[0]
    kind = _STRING if isinstance(first, str) else _I32 if isinstance(first, int) else _F32
    head = struct.pack("<IIQ", _ARRAY, kind, len(value))
    if kind == _STRING:
        return head + b"".join(_text(str(each)) for each in value)
    return head + struct.pack(f"<{len(value)}{'i' if kind == _I32 else 'f'}", *value)


def _text(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGNMENT)
