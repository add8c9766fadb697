"""Train the reader: python3 train/train.py CORPUS --run DIR [--tokens 30e6] [...]

Resumable: run the same command again and it goes on from DIR/checkpoint.pt. The learning rate is constant after a short
warm-up and falls linearly to zero over the last part of the token budget, so that a resumed run may end sooner or later.
"""
import argparse
import json
import os
import time
from pathlib import Path

import torch

import corpus
from evaluate import bits_per_character
from model import Config, Transformer, loss
from muon import Muon
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


def batch(data, args, generator):
    """Random windows; one in twenty from the typographic copy, one in ten moved on to the next start of a paragraph."""
    rows = []
    for _ in range(args.batch):
        u = torch.rand(3, generator=generator)
        tokens = data["curly"] if u[0] < 0.05 else data["train"]
        start = int(u[1] * (len(tokens) - args.context - 1024))
        if u[2] < 0.1:
            breaks = (tokens[start : start + 512] == 10).nonzero()
            start += int(breaks[0]) if len(breaks) else 0
        rows.append(tokens[start : start + args.context + 1])
    return torch.stack(rows).long()


def main():
    args = arguments()
    run = Path(args.run)
    run.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(os.cpu_count())
    torch.manual_seed(args.seed)
    data = load_tokens(args, run)
    tokenizer = Tokenizer(data["merges"])
    config = Config(**{name: getattr(args, name) for name in Config().__dict__})
    model = Transformer(config)
    matrices = [p for n, p in model.named_parameters() if n.startswith("blocks") and p.ndim == 2]
    others = [p for n, p in model.named_parameters() if not (n.startswith("blocks") and p.ndim == 2)]
    optimizers = [
        (Muon(matrices, weight_decay=args.decay), 1.0),
        (torch.optim.AdamW(others, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.0), 0.15),
    ]
    generator = torch.Generator().manual_seed(args.seed)
    step = 0
    if (run / "checkpoint.pt").exists():
        saved = torch.load(run / "checkpoint.pt")
        model.load_state_dict(saved["model"])
        for (optimizer, _), state in zip(optimizers, saved["optimizers"]):
            optimizer.load_state_dict(state)
        generator.set_state(saved["generator"])
        step = saved["step"]
    per_step = args.batch * args.context
    total = int(args.tokens / per_step)
    log = open(run / "log.jsonl", "a")
    running, since, clock = 0.0, 0, time.time()
    while step < total:
        rate = args.rate * min(1, (step + 1) / 100, (total - step) / (args.cooldown * total))
        for optimizer, factor in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate * factor
            optimizer.zero_grad(set_to_none=True)
        value = loss(model, batch(data, args, generator))
        value.backward()
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for optimizer, _ in optimizers:
            optimizer.step()
        running, since, step = running + float(value), since + 1, step + 1
        if step % 200 == 0 or step == total:
            model.eval()
            bits = bits_per_character(model, tokenizer, data["valid"] if step == total else [v[:8000] for v in data["valid"]])
            model.train()
            speed = since * per_step / (time.time() - clock)
            row = dict(step=step, tokens=step * per_step, train_nats=running / since, valid_bits=bits, rate=rate, speed=round(speed))
            print(json.dumps(row), flush=True)
            print(json.dumps(row), file=log, flush=True)
            state = dict(model=model.state_dict(), optimizers=[o.state_dict() for o, _ in optimizers],
                         generator=generator.get_state(), step=step, config=config.__dict__, merges=data["merges"])
            torch.save(state, run / "checkpoint.tmp")
            os.replace(run / "checkpoint.tmp", run / "checkpoint.pt")
            running, since, clock = 0.0, 0, time.time()


if __name__ == "__main__":
    main()
