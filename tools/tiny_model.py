#!/usr/bin/env python3
"""Write a tiny language model for `llama-server`: which word follows which in our own example postings, exactly.

usage: python tools/tiny_model.py MODEL.gguf

Nothing is trained or downloaded: the weights are written down. Each token's embedding is a single one, attention and
feed-forward are zero, and the output matrix holds the logarithms of how often one token follows another. What it writes
sounds like a posting and means nothing, which is what grounding is tried on. The file is in the GGUF format, version 3
(<https://github.com/ggml-org/ggml/blob/master/docs/gguf.md>), with a vocabulary of the SentencePiece kind.
"""

from __future__ import annotations

import re
import struct
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
MOST_WORDS = 600
CONTEXT = 16_384
HEAD = 32
"""Width of an attention head; the model's width is a multiple of it."""
NORMAL, UNKNOWN, CONTROL, BYTE = 1, 2, 3, 6
"""Kinds of tokens."""
SPACE = "\u2581"
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
MARKS_OF_JSON = {'"': 0.15, "}": 0.15, "]": 0.10, "</s>": 0.02, "<|im_end|>": 0.02}
"""How often each ends what is being written, whatever stands before: without these, strings would have no end."""
LISTS_OF_JSON = (("[", "{", 5.0), ("}", "]", 3.0), ("}", ",", 1.0))
"""How often one sign follows another in a list: without these, lists would be empty or have no end."""
_PIECES = re.compile(r"[A-Za-z]{2,}|[^\sA-Za-z]|[A-Za-z]|\n\n")
_UINT32, _FLOAT32, _BOOL, _STRING, _ARRAY, _INT32 = 4, 6, 7, 8, 9, 5
"""Kinds of values in the file."""
_ALIGNED = 32


def main(arguments: list[str]) -> int:
    """Write the model to the file that is named."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    Path(arguments[0]).write_bytes(model_of(example_text()))
    return 0


def example_text() -> str:
    """Return the postings that our example briefs stand for."""
    from postwright.drafting.compose import compose
    from postwright.drafting.render import to_markdown
    from postwright.exchange.brief_yaml import load_brief
    from postwright.guidelines.load import load_guidelines
    from postwright.model.brief import Organisation

    rules = load_guidelines()
    return "\n\n".join(
        to_markdown(
            compose(
                load_brief(file.read_text(encoding="utf-8"), name=file.name),
                organisation=Organisation(),
                guidelines=rules,
            )
        )
        for file in sorted((ROOT / "examples" / "briefs").glob("*.yaml"))
    )


def model_of(text: str) -> bytes:
    """Return the file of a model that continues a text as `text` does, word by word."""
    tokens = vocabulary(text)
    follows = np.log(frequencies(text, tokens))
    width = -(-len(tokens) // HEAD) * HEAD
    embedding = np.zeros((len(tokens), width), np.float32)
    embedding[np.arange(len(tokens)), np.arange(len(tokens))] = 1
    output = np.zeros((len(tokens), width), np.float32)
    output[:, : len(tokens)] = follows.T / np.sqrt(width)  # the norm before it multiplies a single one by that root
    square, narrow = np.zeros((width, width), np.float32), np.zeros((HEAD, width), np.float32)
    ones = np.ones(width, np.float32)
    tensors = {
        "token_embd.weight": embedding, "output_norm.weight": ones, "output.weight": output,
        "blk.0.attn_norm.weight": ones, "blk.0.ffn_norm.weight": ones,
        **{f"blk.0.attn_{part}.weight": square for part in ("q", "k", "v", "output")},
        "blk.0.ffn_gate.weight": narrow, "blk.0.ffn_up.weight": narrow, "blk.0.ffn_down.weight": narrow.T,
    }  # fmt: skip
    return b"".join(_file(_settings(tokens, width), tensors))


def vocabulary(text: str) -> dict[str, int]:
    """Return the tokens with their kinds: special ones, all bytes, the signs of ASCII, and the commonest words."""
    words = [word for word, _ in Counter(re.findall(r"[A-Za-z]{2,}", text)).most_common(MOST_WORDS)]
    return {
        "<unk>": UNKNOWN,
        **dict.fromkeys(("<s>", "</s>", "<|im_start|>", "<|im_end|>"), CONTROL),
        **{f"<0x{number:02X}>": BYTE for number in range(256)},
        SPACE: NORMAL,
        **{chr(number): NORMAL for number in range(33, 127)},
        **{SPACE + word: NORMAL for word in words},
    }


def frequencies(text: str, tokens: dict[str, int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return how often each token (a column) follows each other one (a row); each row adds up to one."""
    index = {token: number for number, token in enumerate(tokens)}
    counts = np.full((len(tokens), len(tokens)), 1e-4)
    names = (
        '"' if piece == "\n\n" else SPACE + piece if SPACE + piece in index else piece
        for piece in _PIECES.findall(text)
    )
    numbers = [index[name] for name in names if name in index]
    np.add.at(counts, (numbers[:-1], numbers[1:]), 1)
    for mark, often in MARKS_OF_JSON.items():
        counts[:, index[mark]] += often
    for before, after, often in LISTS_OF_JSON:
        counts[index[before], index[after]] += often
    begins = index["<0x0A>"]  # the line break after which an answer begins: with the first word of a line
    counts[begins] = 1e-4
    for line in text.splitlines():
        counts[
            begins, [index[SPACE + word] for word in re.findall(r"[A-Za-z]{2,}", line)[:1] if SPACE + word in index]
        ] += 1
    counts[:, [number for token, number in index.items() if tokens[token] == BYTE]] = 1e-9
    return np.asarray(counts / counts.sum(axis=1, keepdims=True))


def _settings(tokens: dict[str, int], width: int) -> dict[str, tuple[int, Any]]:
    model = {
        "context_length": CONTEXT, "embedding_length": width, "block_count": 1, "feed_forward_length": HEAD,
        "attention.head_count": width // HEAD, "attention.head_count_kv": width // HEAD,
        "rope.dimension_count": HEAD, "vocab_size": len(tokens),
    }  # fmt: skip
    named = list(tokens)
    scores = [float(len(token)) if kind == NORMAL else 0.0 for token, kind in tokens.items()]  # longer words win
    return {
        "general.architecture": (_STRING, "llama"),
        "general.name": (_STRING, "tiny"),
        "general.file_type": (_UINT32, 0),
        **{f"llama.{name}": (_UINT32, value) for name, value in model.items()},
        "llama.attention.layer_norm_rms_epsilon": (_FLOAT32, 1e-5),
        "tokenizer.ggml.model": (_STRING, "llama"),
        "tokenizer.ggml.pre": (_STRING, "default"),
        "tokenizer.ggml.tokens": (_ARRAY, (_STRING, named)),
        "tokenizer.ggml.scores": (_ARRAY, (_FLOAT32, scores)),
        "tokenizer.ggml.token_type": (_ARRAY, (_INT32, list(tokens.values()))),
        "tokenizer.ggml.unknown_token_id": (_UINT32, named.index("<unk>")),
        "tokenizer.ggml.bos_token_id": (_UINT32, named.index("<s>")),
        "tokenizer.ggml.eos_token_id": (_UINT32, named.index("<|im_end|>")),
        "tokenizer.ggml.add_bos_token": (_BOOL, True),
        "tokenizer.ggml.add_eos_token": (_BOOL, False),
        "tokenizer.ggml.add_space_prefix": (_BOOL, False),
        "tokenizer.chat_template": (_STRING, TEMPLATE),
    }


def _file(
    settings: dict[str, tuple[int, Any]], tensors: dict[str, np.ndarray[Any, np.dtype[np.float32]]]
) -> Iterator[bytes]:
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(settings))
    for name, (kind, value) in settings.items():
        head += _string(name) + struct.pack("<I", kind) + _value(kind, value)
    offset = 0
    for name, tensor in tensors.items():
        shape = tensor.shape[::-1]  # the innermost comes first
        head += _string(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, offset)
        offset += -(-tensor.nbytes // _ALIGNED) * _ALIGNED
    yield _padded(head)
    for tensor in tensors.values():
        yield _padded(np.ascontiguousarray(tensor, "<f4").tobytes())


def _value(kind: int, value: Any) -> bytes:
    if kind == _STRING:
        return _string(value)
    if kind == _ARRAY:
        inner, values = value
        return struct.pack("<IQ", inner, len(values)) + b"".join(_value(inner, each) for each in values)
    return struct.pack({_UINT32: "<I", _INT32: "<i", _FLOAT32: "<f", _BOOL: "<?"}[kind], value)


def _string(text: str) -> bytes:
    encoded = text.encode("utf-8")
    return struct.pack("<Q", len(encoded)) + encoded


def _padded(content: bytes) -> bytes:
    return content + b"\0" * (-len(content) % _ALIGNED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
