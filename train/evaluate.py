"""Bits per character: python3 train/evaluate.py BOOKS MORE WEIGHTS [--report REPORT.json] [--first CHARACTERS]

Prints what the validation splits cost under the shipped, dequantized weights:

- that of the first folder in its plain form, beside a character counter that has seen the same training text, and beside
  general-purpose compressors;
- the other folders by kind, beside compressors;
- all texts on every surface of `surfaces.py`: bits for each character of the surface, and how many percent more bits in all the
  surface costs than the plain one (a surface with more characters cannot hide what it costs). --first takes only so many
  characters of each validation text for this.

The compressors get the validation text that is named as one file, and nothing before it; xz, whose dictionary is large enough,
also gets the training text first, of which only the growth counts.

The model reads by windows with half-context stride. Each text is read as if it followed a line break. Windows start every
context/2 tokens; a window scores the tokens that the one before it did not, so that every token but the first half-context's has
at least half a context before it.
"""
import argparse
import bz2
import gzip
import json
import lzma
import math
import re
from pathlib import Path

import torch
from torch.nn import functional as F

import corpus
import surfaces
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


def bits(model, tokenizer, texts):
    """What the texts cost, each by itself, in bits."""
    return sum(float(token_nats(model, tokenizer.encode("\n" + text)).sum()) for text in texts) / math.log(2)


def bits_per_character(model, tokenizer, texts):
    """Total bits over total characters."""
    return bits(model, tokenizer, texts) / sum(map(len, texts))


def xz(data):
    return len(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))


def compressed(texts, before=None):
    """Bits for each character by compressors."""
    text, characters = "".join(texts).encode(), sum(map(len, texts))
    sizes = {"gzip -9": len(gzip.compress(text, 9)), "bzip2 -9": len(bz2.compress(text, 9)), "xz -9e": xz(text)}
    if before:
        before = "".join(before).encode()
        sizes["xz -9e after the training text"] = xz(before + text) - xz(before)
    return {name: 8 * size / characters for name, size in sizes.items()}


def letters(texts):
    """What no surface may change: the letters and digits."""
    return [re.sub("[^A-Z0-9]", "", text.upper()) for text in texts]


def on_surfaces(read, texts):
    """Every surface: bits per character of its own, and the bits that it costs over the plain one's, as a share of these."""
    plain = read(texts)
    for name, form in surfaces.NAMED.items():
        shown = [form(text) for text in texts]
        assert letters(shown) == letters(texts), f"{name} changes what is said"
        cost = plain if name == "plain" else read(shown)
        characters = sum(map(len, shown))
        print(f"{cost / characters:8.4f} {100 * (cost / plain - 1):+6.1f} %  {name}", flush=True)
        yield dict(surface=name, bitsPerCharacter=cost / characters, overPlain=cost / plain - 1)


def by_kind(read, texts):
    """Texts of a kind (kind, text) together, beside the compressors."""
    for kind in dict.fromkeys(kind for kind, _ in texts):
        own = [text for k, text in texts if k == kind]
        characters = sum(map(len, own))
        row = dict(kind=kind, characters=characters, reader=read(own) / characters, **compressed(own))
        print("  ".join(f"{value:8.4f} {name}" for name, value in list(row.items())[2:]), kind, flush=True)
        yield row


def rounded(value):
    """The same document with every fraction to four decimals."""
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    return [rounded(inner) for inner in value] if isinstance(value, list) else round(value, 4) if isinstance(value, float) else value


def report(folders, path, first=None):
    header, model, tokenizer = weights.read(path)
    texts = [(i, name, *corpus.split(text)) for i, folder in enumerate(folders) for name, text in corpus.named(folder)]
    training = [text for _, _, text, _ in texts]
    books = [text for i, _, _, text in texts if i == 0]
    others = [(corpus.KINDS[name], text) for i, name, _, text in texts if i > 0]
    all_first = [text[:first] for _, _, _, text in texts]
    read = lambda parts: bits(model, tokenizer, parts)
    counter = CharacterCounter(training)
    characters = sum(map(len, books))
    plain = {
        "reader": read(books) / characters,
        "order-5 character counter": sum(map(counter.bits, books)) / characters,
        **compressed(books, training),
    }
    print(f"Bits per character of {characters:,} characters of validation text:")
    for name, value in plain.items():
        print(f"{value:8.4f}  {name}", flush=True)
    return rounded(dict(
        **header["config"],
        **header["card"],
        bytes=path.stat().st_size,
        trainingCharacters=sum(map(len, training)),
        bitsPerCharacter=plain,
        kinds=list(by_kind(read, others)),
        surfaceCharacters=sum(map(len, all_first)),
        surfaces=list(on_surfaces(read, all_first)),
    ))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("folders", nargs="+", help="folders of texts, then the weights file")
    a.add_argument("--report")
    a.add_argument("--first", type=int)
    args = a.parse_args()
    *folders, path = args.folders
    figures = report(folders, Path(path), args.first)
    if args.report:
        Path(args.report).write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
