"""Train two tiny authors, a network on one novel each: python3 train/novelists.py BOOKS --runs DIR [--tokens 2e6]

The symbols are those of `authors.py`, the recipe is that of the family. The last twentieth of each novel is held out. One after the
other, each in DIR/NAME, resumable. Losses are bits per symbol on what is held out.
"""
import argparse
import os
from pathlib import Path

import torch

import corpus
from authors import AUTHORS, SYMBOLS, reduced
from family import bits
from fit import fit, muon_and_adamw
from model import Config

CONTEXT = 64
CONFIG = Config(len(SYMBOLS), CONTEXT, 32, 2, 2)


def encode(text):
    return [SYMBOLS.index(symbol) for symbol in reduced(text)]


def train(name, args):
    training, held_out = (encode(part) for part in corpus.split((Path(args.corpus) / f"{AUTHORS[name]}.txt").read_text()))
    data = torch.tensor(training)

    def draw(rng, count):
        starts = torch.from_numpy(rng.integers(len(data) - CONTEXT, size=count))
        return data[starts[:, None] + torch.arange(CONTEXT + 1)]

    measure = lambda model, last: dict(valid_bits=bits(model, [held_out if last else held_out[:4001]]))
    fit(Path(args.runs) / name, CONFIG, draw, measure, args.tokens, muon_and_adamw(args.rate, 0.15 * args.rate), args.batch, 0.5, args.seed)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    a.add_argument("--runs", required=True)
    a.add_argument("--tokens", type=float, default=2e6)
    a.add_argument("--batch", type=int, default=32)
    a.add_argument("--rate", type=float, default=0.02, help="Muon's rate; AdamW takes 0.15 of it")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=os.cpu_count())
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    for name in AUTHORS:
        train(name, args)


if __name__ == "__main__":
    main()
