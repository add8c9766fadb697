"""Train the reader: python3 train/train.py BOOKS MORE --run DIR [--tokens 30e6] [...]

Resumable: run the same command again and it goes on from DIR/checkpoint.pt. Every window is a stretch of a random text on a
random surface (`surfaces.py`).
"""
import argparse
import os
from pathlib import Path

import numpy as np
import torch

import corpus
import surfaces
import weights
from evaluate import bits_per_character
from fit import fit, muon_and_adamw
from model import Config
from tokenizer import Tokenizer, learn_merges

# So many characters for each token of a window hold a whole window on any surface: a token has about three.
STRETCH = 8
# Texts of the first folder are drawn so much more often than their length says, those of the others as often.
FIRST = 1.6


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("corpora", nargs="+", help="folders of texts")
    a.add_argument("--run", required=True)
    a.add_argument("--tokens", type=float, default=30e6, help="token budget")
    a.add_argument("--start", help="weights file whose tokenizer and parameters a new run takes over; without it, it begins at random")
    a.add_argument("--cooldown", type=float, default=0.3, help="share of the budget over which the rate falls to zero")
    a.add_argument("--batch", type=int, default=16)
    a.add_argument("--rate", type=float, default=0.02, help="Muon's rate; AdamW takes 0.15 of it")
    a.add_argument("--decay", type=float, default=0.05)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--every", type=int, default=100, help="steps from one checkpoint to the next")
    for name, value in Config().__dict__.items():
        a.add_argument(f"--{name}", type=type(value), default=value)
    return a.parse_args()


def learn(train, vocabulary, seed):
    """Merges learned on the training text, every 4000 characters of it on a surface of their own."""
    rng = np.random.default_rng(seed)
    parts = [text[i : i + 4000] for text in train for i in range(0, len(text), 4000)]
    return learn_merges("\n".join(surfaces.surface(part, rng) for part in parts), vocabulary)


def beginning(args, train):
    """The tokenizer of a run, the parameters from which it begins (none: at random), and the training that these had before."""
    before = dict(steps=0, tokens=0)
    if args.start:
        header, model, tokenizer = weights.read(Path(args.start))
        return tokenizer, model.state_dict(), {name: header["card"][name] for name in before}
    checkpoint = Path(args.run) / "checkpoint.pt"
    merges = torch.load(checkpoint, weights_only=False)["merges"] if checkpoint.exists() else learn(train, args.vocabulary, args.seed)
    return Tokenizer(merges), None, before


class Stretches:
    """Random windows of random surfaces of random texts."""

    def __init__(self, texts, shares, tokenizer, context):
        self.texts, self.tokenizer, self.context = texts, tokenizer, context
        lengths = np.array([len(text) * share for text, share in zip(texts, shares)], float)
        self.ends = np.cumsum(lengths / lengths.sum())

    def one(self, rng):
        while True:
            text = self.texts[min(int(np.searchsorted(self.ends, rng.random())), len(self.texts) - 1)]
            start = int(rng.random() * max(1, len(text) - 5 * self.context))
            # At the beginning of a word, or one time in eight of a paragraph.
            gap = text.find("\n" if rng.random() < 0.125 else " ", start)
            start = start if gap < 0 else gap + 1
            shown = surfaces.surface(text[start : start + STRETCH * self.context], rng)
            # A stretch that begins inside of a line of the surface: what comes before it was cut off.
            if rng.random() < 0.5:
                cut = shown.find(" ", int(rng.random() * 80))
                shown = shown[cut:] if cut > 0 else shown
            ids = self.tokenizer.encode(("\n" if rng.random() < 0.7 else "") + shown[: STRETCH * self.context])[: self.context + 1]
            if len(ids) == self.context + 1:
                return ids

    def __call__(self, rng, count):
        return torch.tensor([self.one(rng) for _ in range(count)])


def main():
    args = arguments()
    torch.set_num_threads(os.cpu_count())
    texts = [(i, corpus.split(book)) for i, folder in enumerate(args.corpora) for book in corpus.books(folder)]
    train = [text for _, (text, _) in texts]
    tokenizer, start, before = beginning(args, train)
    quick = {str(i): [valid[:2500] for k, (_, valid) in texts if k == i] for i in range(len(args.corpora))}
    hard = surfaces.NAMED["wrapped, two spaces, backticks"]
    quick["hard"] = [hard(text) for text in quick["0"]]
    fit(
        args.run,
        Config(**{name: getattr(args, name) for name in Config().__dict__}),
        Stretches(train, [FIRST if i == 0 else 1 for i, _ in texts], tokenizer, args.context),
        lambda model, last: {f"bits_{name}": round(bits_per_character(model, tokenizer, part), 4) for name, part in quick.items()},
        args.tokens,
        muon_and_adamw(args.rate, 0.15 * args.rate, args.decay),
        args.batch,
        args.cooldown,
        args.seed,
        start=start,
        every=args.every,
        merges=tokenizer.merges,
        before=before,
    )


if __name__ == "__main__":
    main()
