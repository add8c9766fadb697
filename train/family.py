"""Train the family, five sizes on one character tokenizer and one recipe: python3 train/family.py CORPUS --runs DIR [--tokens 1.6e7]

One after the other, each in DIR/NAME, resumable. Equal seeds give every size the same windows in the same order. The trail keeps
the networks of steps 0, 16, 32, 64, 91, ... as markov.py does. Losses are bits per character on the validation split.
"""
import argparse
import json
import math
import os
import time
from pathlib import Path

import torch

import corpus
from characters import CHARACTERS, encode
from evaluate import token_nats
from markov import TRAIL
from model import Config, Transformer, loss
from muon import Muon

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


def train(config, args, data, valid, run):
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    model = Transformer(config)
    matrices = [p for n, p in model.named_parameters() if n.startswith("blocks") and p.ndim == 2]
    others = [p for n, p in model.named_parameters() if not (n.startswith("blocks") and p.ndim == 2)]
    optimizers = [
        (Muon(matrices, weight_decay=0.0), 1.0),
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
    per_step = args.batch * CONTEXT
    total = int(args.tokens / per_step)
    quick = [ids[:4000] for ids in valid]
    running, since, clock = 0.0, 0, time.time()
    while True:
        kept = step in TRAIL or step == total
        if kept:
            torch.save(model.state_dict(), run / f"trail-{step:06d}.pt")
        if kept or step % 400 == 0:
            row = dict(step=step, tokens=step * per_step, train_bits=running / max(1, since) / math.log(2),
                       valid_bits=bits(model, valid if step == total else quick), speed=round(since * per_step / (time.time() - clock)))
            print(run.name, json.dumps(row), flush=True)
            with open(run / "log.jsonl", "a") as log:
                print(json.dumps(row), file=log)
            state = dict(model=model.state_dict(), optimizers=[o.state_dict() for o, _ in optimizers],
                         generator=generator.get_state(), step=step, config=config.__dict__)
            torch.save(state, run / "checkpoint.tmp")
            os.replace(run / "checkpoint.tmp", run / "checkpoint.pt")
            running, since, clock = 0.0, 0, time.time()
        if step >= total:
            return
        rate = args.rate * min(1, (step + 1) / 100, (total - step) / (args.cooldown * total))
        for optimizer, factor in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate * factor
            optimizer.zero_grad(set_to_none=True)
        starts = torch.randint(len(data) - CONTEXT, (args.batch,), generator=generator)
        value = loss(model, data[starts[:, None] + torch.arange(CONTEXT + 1)])
        value.backward()
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for optimizer, _ in optimizers:
            optimizer.step()
        running, since, step = running + float(value.detach()), since + 1, step + 1


def main():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    a.add_argument("--runs", required=True)
    a.add_argument("--tokens", type=float, default=1.6e7)
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
