"""Train the family, five sizes on one character tokenizer and one recipe: python3 train/family.py CORPUS --runs DIR [--tokens 8e6]

One after the other, each in DIR/NAME, resumable. Equal seeds give every size the same windows in the same order. The trail keeps
the networks of steps 0, 16, 32, 64, 91, ... Losses are bits per character on the validation split.
"""
import argparse
import math
import os
from pathlib import Path

import torch

import corpus
from characters import CHARACTERS, encode
from evaluate import token_nats
from fit import TRAIL, fit, muon_and_adamw
from model import Config

CONTEXT = 128
SIZES = {
    "10k": Config(len(CHARACTERS), CONTEXT, 16, 2, 2),
    "32k": Config(len(CHARACTERS), CONTEXT, 32, 2, 2),
    "113k": Config(len(CHARACTERS), CONTEXT, 64, 2, 4),
    "354k": Config(len(CHARACTERS), CONTEXT, 96, 3, 4),
    "1m": Config(len(CHARACTERS), CONTEXT, 128, 5, 4),
}


def bits(model, texts):
    """Bits per character of texts (token lists that begin with a line break, which is context only)."""
    nats = sum(float(token_nats(model, ids, 64).sum()) for ids in texts)
    return nats / math.log(2) / sum(len(ids) - 1 for ids in texts)


def beginnings(texts):
    """Of each text the first 4,000 characters: what is measured on the way."""
    return [ids[:4001] for ids in texts]


def train(config, args, data, valid, run, keep=TRAIL):
    def draw(rng, count):
        starts = torch.from_numpy(rng.integers(len(data) - CONTEXT, size=count))
        return data[starts[:, None] + torch.arange(CONTEXT + 1)]

    measure = lambda model, last: dict(valid_bits=bits(model, valid if last else beginnings(valid)))
    fit(run, config, draw, measure, args.tokens, muon_and_adamw(args.rate, 0.15 * args.rate), args.batch, args.cooldown, args.seed, keep=keep)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    a.add_argument("--runs", required=True)
    a.add_argument("--tokens", type=float, default=8e6)
    a.add_argument("--cooldown", type=float, default=0.5)
    a.add_argument("--batch", type=int, default=32)
    a.add_argument("--rate", type=float, default=0.02, help="Muon's rate; AdamW takes 0.15 of it")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=os.cpu_count())
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    parts = [corpus.split(book) for book in corpus.books(args.corpus)]
    data = torch.tensor([number for text, _ in parts for number in encode("\n" + text)])
    valid = [encode("\n" + text) for _, text in parts]
    for name, config in SIZES.items():
        train(config, args, data, valid, Path(args.runs) / name)


if __name__ == "__main__":
    main()
