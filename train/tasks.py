"""Train networks on few and on many Markov chains: python3 train/tasks.py --run DIR [--tasks 1 4 16 64 256 0] [--tokens 8e6]

Every sequence is of one of the first M chains of fixtures/tasks/chains.json, drawn uniformly, or for M = 0 of a new chain whose rows
are drawn from Dirichlet(1, 1, 1). It begins with the token 3; its first symbol is uniform. The log holds the mean losses over
positions 17 to 128 beside those of two exact predictors, in nats: Bayes over the M chains ("finite") and Bayes over all chains
("all"), on sequences of the M chains and on sequences of new ones. DIR/M is the run of M, resumable.

python3 train/tasks.py --run DIR --ship writes public/weights/tasks.bin and docs/model-cards/tasks.json from finished runs; the losses
there are those of the shipped, dequantized networks.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import trail
from fit import fit
from model import Config

SYMBOLS, CONTEXT = 3, 128


def known(count):
    path = Path(__file__).parent / "../fixtures/tasks/chains.json"
    rows = np.array(json.loads(path.read_text()))[:count]
    return rows / rows.sum(-1, keepdims=True)


def new(rng, count):
    return rng.dirichlet(np.ones(SYMBOLS), size=(count, SYMBOLS))


def sequences(rng, chains):
    """One sequence of each chain, [count, context + 1], that begins with the start token."""
    cumulative = chains.cumsum(-1)
    count = len(chains)
    x = np.empty((count, CONTEXT + 1), np.int64)
    x[:, 0] = SYMBOLS
    x[:, 1] = rng.integers(SYMBOLS, size=count)
    u = rng.random((CONTEXT + 1, count, 1))
    for t in range(2, CONTEXT + 1):
        x[:, t] = np.minimum((u[t] > cumulative[np.arange(count), x[:, t - 1]]).sum(-1), SYMBOLS - 1)
    return torch.from_numpy(x)


def bayes_over_all(x):
    """Surprisals of the symbols 1 to 128 under (n_ij + 1)/(n_i + 3), [count, 128]."""
    x, every = x.numpy(), np.arange(len(x))
    counts = np.ones((len(x), SYMBOLS, SYMBOLS))
    out = np.full((len(x), CONTEXT), np.log(SYMBOLS))
    for t in range(1, CONTEXT):
        rows = counts[every, x[:, t]]
        out[:, t] = -np.log(rows[every, x[:, t + 1]] / rows.sum(-1))
        counts[every, x[:, t], x[:, t + 1]] += 1
    return out


def bayes_over(chains, x):
    """Surprisals under the posterior predictive over these chains, equally likely before."""
    x = x.numpy()
    each = np.log(chains)[:, x[:, 1:-1], x[:, 2:]].transpose(1, 2, 0)  # [count, 127, M]
    log = np.concatenate([np.zeros_like(each[:, :1]), each.cumsum(1)], 1)
    evidence = np.logaddexp.reduce(log, -1)
    out = np.full((len(x), CONTEXT), np.log(SYMBOLS))
    out[:, 1:] = evidence[:, :-1] - evidence[:, 1:]
    return out


@torch.no_grad()
def surprisals(model, x):
    logp = model(x[:, :-1]).double().log_softmax(-1)
    return -logp.gather(-1, x[:, 1:, None])[..., 0].numpy()


def measurement(tasks, seed=99):
    rng = np.random.default_rng(seed)
    learned = known(tasks)[rng.integers(tasks, size=512)] if tasks else new(rng, 512)
    sets = dict(seen=sequences(rng, learned), new=sequences(rng, new(rng, 512)))
    mean = lambda values: round(float(values[:, 16:].mean()), 4)

    def measure(model, last=True):
        row = {}
        for name, x in sets.items():
            row[name] = dict(model=mean(surprisals(model, x)), all=mean(bayes_over_all(x)))
            if tasks:
                row[name]["finite"] = mean(bayes_over(known(tasks), x))
        return row

    return measure


def train(args, tasks):
    chains = known(tasks) if tasks else None
    draw = lambda rng, count: sequences(rng, chains[rng.integers(tasks, size=count)] if tasks else new(rng, count))
    config = Config(SYMBOLS + 1, CONTEXT, args.width, args.layers, args.heads)
    fit(Path(args.run) / str(tasks), config, draw, measurement(tasks), args.tokens)


def ship(args):
    saved = [torch.load(Path(args.run) / str(tasks) / "checkpoint.pt", weights_only=False) for tasks in args.tasks]
    described = [dict(step=one["step"], tokens=one["tokens"]) for one in saved]
    root = Path(__file__).parent / ".."
    path = root / "public/weights/tasks.bin"
    trail.write(path, "tasks", saved[0]["config"], [(d, one["model"]) for d, one in zip(described, saved)])
    header, networks = trail.read(path)
    rows = [dict(tasks=tasks or None, **d, nats=measurement(tasks)(model)) for tasks, d, model in zip(args.tasks, described, networks)]
    figures = dict(**header["config"], parameters=sum(p.numel() for p in networks[0].parameters()), bytes=path.stat().st_size, networks=rows)
    (root / "docs/model-cards/tasks.json").write_text(json.dumps(figures, indent=2) + "\n")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    a = argparse.ArgumentParser()
    a.add_argument("--run", required=True)
    a.add_argument("--tasks", type=int, nargs="+", default=[1, 4, 16, 64, 256, 0])
    a.add_argument("--tokens", type=float, default=8e6)
    a.add_argument("--width", type=int, default=48)
    a.add_argument("--layers", type=int, default=2)
    a.add_argument("--heads", type=int, default=2)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--ship", action="store_true")
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    if args.ship:
        ship(args)
    else:
        for tasks in args.tasks:
            train(args, tasks)
