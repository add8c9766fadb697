"""Train networks that are told the places of their tokens in different ways: python3 train/positions.py CORPUS --runs DIR [--tokens 4e6]

One after the other, each in DIR/NAME, resumable, on one character tokenizer and by one recipe. Equal seeds give all the same windows in
the same order. Losses are bits per character on the validation split.
"""
import argparse
import os
from pathlib import Path

import torch

import corpus
from characters import CHARACTERS, encode
from family import CONTEXT, train
from model import Config

NETWORKS = {
    "learned": (3, "learned"),
    "none": (3, "none"),
    "rotary": (3, "rotary"),
    "sinusoidal": (3, "sinusoidal"),
    "none-one-layer": (1, "none"),
}


def config(name):
    layers, positions = NETWORKS[name]
    return Config(len(CHARACTERS), CONTEXT, 64, layers, 4, positions=positions)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    a.add_argument("--runs", required=True)
    a.add_argument("--tokens", type=float, default=4e6)
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
    for name in NETWORKS:
        train(config(name), args, data, valid, Path(args.runs) / name, keep=())


if __name__ == "__main__":
    main()
