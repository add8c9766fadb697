"""Train the reader: python3 train/train.py CORPUS --run DIR [--tokens 30e6] [...]

Resumable: run the same command again and it goes on from DIR/checkpoint.pt.
"""
import argparse
import os
from pathlib import Path

import torch

import corpus
from evaluate import bits_per_character
from fit import fit, muon_and_adamw
from model import Config
from tokenizer import Tokenizer, learn_merges


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    a.add_argument("--run", required=True)
    a.add_argument("--tokens", type=float, default=30e6, help="token budget")
    a.add_argument("--cooldown", type=float, default=0.5, help="share of the budget over which the rate falls to zero")
    a.add_argument("--batch", type=int, default=24)
    a.add_argument("--rate", type=float, default=0.02, help="Muon's rate; AdamW takes 0.15 of it")
    a.add_argument("--decay", type=float, default=0.05)
    a.add_argument("--seed", type=int, default=1)
    for name, value in Config().__dict__.items():
        a.add_argument(f"--{name}", type=type(value), default=value)
    return a.parse_args()


def load_tokens(args, run):
    run.mkdir(parents=True, exist_ok=True)
    path = run / "tokens.pt"
    if not path.exists():
        train, valid = zip(*(corpus.split(book) for book in corpus.books(args.corpus)))
        merges = learn_merges("\n".join(train), args.vocabulary)
        tokenizer = Tokenizer(merges)
        encode = lambda text: torch.tensor(tokenizer.encode("\n" + text), dtype=torch.int16)
        torch.save(
            dict(
                merges=merges,
                train=torch.cat([encode(t) for t in train]),
                curly=torch.cat([encode(corpus.typographic(t)) for t in train]),
                valid=list(valid),
            ),
            path,
        )
    return torch.load(path)


def draw(data, context, rng, count):
    """Random windows; one in twenty from the typographic copy, one in ten moved on to the next start of a paragraph."""
    rows = []
    for _ in range(count):
        u = rng.random(3)
        tokens = data["curly"] if u[0] < 0.05 else data["train"]
        start = int(u[1] * (len(tokens) - context - 1024))
        if u[2] < 0.1:
            breaks = (tokens[start : start + 512] == 10).nonzero()
            start += int(breaks[0]) if len(breaks) else 0
        rows.append(tokens[start : start + context + 1])
    return torch.stack(rows).long()


def main():
    args = arguments()
    torch.set_num_threads(os.cpu_count())
    data = load_tokens(args, Path(args.run))
    tokenizer = Tokenizer(data["merges"])
    quick = [text[:8000] for text in data["valid"]]
    fit(
        args.run,
        Config(**{name: getattr(args, name) for name in Config().__dict__}),
        lambda rng, count: draw(data, args.context, rng, count),
        lambda model, last: dict(valid_bits=bits_per_character(model, tokenizer, data["valid"] if last else quick)),
        args.tokens,
        muon_and_adamw(args.rate, 0.15 * args.rate, args.decay),
        args.batch,
        args.cooldown,
        args.seed,
        merges=data["merges"],
    )


if __name__ == "__main__":
    main()
