"""Bits per character: python3 train/evaluate.py CORPUS WEIGHTS [REPORT.json]

Prints what the validation split of CORPUS costs under the shipped, dequantized weights, under a character counter that has
seen the same training text, and in general-purpose compressors. These get the validation text of all books as one file, and
nothing before it; xz, whose dictionary is large enough, also gets the training text first, of which only the growth counts.

The model reads by windows with half-context stride. Each text is read as if it followed a line break. Windows start every context/2 tokens; a window scores the tokens that the
one before it did not, so that every token but the first half-context's has at least half a context before it.
"""
import bz2
import gzip
import json
import lzma
import math
import sys
from pathlib import Path

import torch
from torch.nn import functional as F

import corpus
import weights
from counter import CharacterCounter


@torch.no_grad()
def token_nats(model, ids, batch=16):
    """ids: token list, the first of which is context only. Returns the surprisal of ids[1:], in nats, float64."""
    T, stride = model.config.context, model.config.context // 2
    ids = torch.tensor(ids)
    n = len(ids) - 1
    starts = [0]
    while starts[-1] + T < n:
        starts.append(starts[-1] + stride)
    out = torch.empty(n, dtype=torch.float64)
    for first in range(0, len(starts), batch):
        group = starts[first : first + batch]
        x = torch.zeros(len(group), T, dtype=torch.long)
        for row, s in enumerate(group):
            x[row, : min(T, n - s)] = ids[s : min(s + T, n)]
        logp = F.log_softmax(model(x).double(), -1)
        for row, s in enumerate(group):
            end = min(s + T, n)
            begin = 0 if s == 0 else s + T - stride
            out[begin:end] = -logp[row, torch.arange(begin - s, end - s), ids[begin + 1 : end + 1]]
    return out


def bits_per_character(model, tokenizer, texts):
    """Total bits over total characters."""
    nats = sum(float(token_nats(model, tokenizer.encode("\n" + text)).sum()) for text in texts)
    return nats / math.log(2) / sum(len(text) for text in texts)


def report(folder, path):
    header, model, tokenizer = weights.read(Path(path))
    training, validation = zip(*(corpus.split(book) for book in corpus.books(folder)))
    characters = sum(map(len, validation))
    before, text = ("".join(texts).encode() for texts in (training, validation))
    xz = lambda data: len(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
    counter = CharacterCounter(training)
    bits = {
        "reader": bits_per_character(model, tokenizer, validation) * characters,
        "order-5 character counter": sum(map(counter.bits, validation)),
        "gzip -9": 8 * len(gzip.compress(text, 9)),
        "bzip2 -9": 8 * len(bz2.compress(text, 9)),
        "xz -9e": 8 * xz(text),
        "xz -9e after the training text": 8 * (xz(before + text) - xz(before)),
    }
    return dict(
        **header["config"],
        **header["card"],
        bytes=Path(path).stat().st_size,
        trainingCharacters=sum(map(len, training)),
        bitsPerCharacter={name: round(value / characters, 4) for name, value in bits.items()},
    )


def main(folder, path, out=None):
    figures = report(folder, path)
    print(f"Bits per character of {figures['validationCharacters']:,} characters of validation text:")
    for name, value in figures["bitsPerCharacter"].items():
        print(f"{value:8.4f}  {name}")
    if out:
        Path(out).write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
