"""Train in-context learners on Markov chains: python3 train/markov.py --run DIR [--symbols 3 3] [--alpha 1] [--tokens 3e7]

Every sequence comes from a chain of its own over k symbols, k uniform between the two of --symbols, whose rows are drawn from
Dirichlet(alpha, ..., alpha); its first symbol is uniform. Tokens 0 to S - 1 are the symbols, S being the larger of the two; the
input begins with a start token that says k: S + k - (the smaller). The exact optimum is the posterior predictive
(n_ij + alpha) / (n_i + k alpha), where n_ij counts the transitions i -> j so far, and 1/k for the first symbol.

The loss is the surprisal of the symbols that come, nothing else: the exact optimum only measures. Resumable; the trail keeps
the networks of steps 0, 16, 32, 64, 91, 128, 181, ... (powers of the root of 2) and of the end.
"""
import argparse
import os

import numpy as np
import torch

from fit import TRAIL, adamw, fit
from model import Config


class Chains:
    def __init__(self, symbols, alpha):
        (self.fewest, self.most), self.alpha = symbols, alpha
        self.vocabulary = -(-(2 * self.most - self.fewest + 1) // 4) * 4

    def draw(self, rng, count, length, symbols=None):
        """Sequences [count, length + 1] that begin with the start token; `symbols` fixes k."""
        k = rng.integers(self.fewest, self.most + 1, size=count) if symbols is None else np.full(count, symbols)
        rows = rng.gamma(self.alpha, size=(count, self.most, self.most)) + 1e-300
        rows *= np.arange(self.most) < k[:, None, None]
        cumulative = (rows / rows.sum(-1, keepdims=True)).cumsum(-1)
        x = np.empty((count, length + 1), np.int64)
        x[:, 0] = self.most + k - self.fewest
        x[:, 1] = rng.integers(k)
        u = rng.random((length + 1, count, 1))
        for t in range(2, length + 1):
            x[:, t] = np.minimum((u[t] > cumulative[np.arange(count), x[:, t - 1]]).sum(-1), k - 1)
        return torch.from_numpy(x)

    def posterior(self, x, k):
        """The exact predictions [count, length, k] of x[:, 1:], in float64; every chain has k symbols."""
        x = x.numpy()
        every, length = np.arange(len(x)), x.shape[1] - 1
        exact = np.full((len(x), length, k), 1 / k)
        counts = np.full((len(x), k, k), float(self.alpha))
        for t in range(1, length):
            rows = counts[every, x[:, t]]
            exact[:, t] = rows / rows.sum(-1, keepdims=True)
            counts[every, x[:, t], x[:, t + 1]] += 1
        return torch.from_numpy(exact)


@torch.no_grad()
def gap(model, x, exact, first=16):
    """Mean KL divergence in nats from the exact prediction to the model's, over positions first..127, and its standard error."""
    logits = torch.cat([model(part[:, :-1]) for part in x.split(256)]).double()
    q = logits.log_softmax(-1)[..., : exact.shape[-1]]
    d = (exact * (exact.log() - q)).sum(-1)[:, first:].mean(-1)
    return float(d.mean()), float(d.std() / len(d) ** 0.5)


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("--run", required=True)
    a.add_argument("--symbols", type=int, nargs=2, default=(3, 3))
    a.add_argument("--alpha", type=float, default=1.0)
    a.add_argument("--tokens", type=float, default=3e7)
    a.add_argument("--cooldown", type=float, default=0.7)
    a.add_argument("--batch", type=int, default=64)
    a.add_argument("--rate", type=float, default=0.003)
    a.add_argument("--context", type=int, default=128)
    a.add_argument("--width", type=int, default=64)
    a.add_argument("--layers", type=int, default=2)
    a.add_argument("--heads", type=int, default=2)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=os.cpu_count())
    return a.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    chains = Chains(args.symbols, args.alpha)
    fresh = np.random.default_rng(10**6 + args.seed)
    tests = [(k, chains.draw(fresh, 512, args.context, k)) for k in range(args.symbols[0], args.symbols[1] + 1)]
    tests = [(k, x, chains.posterior(x, k)) for k, x in tests]
    fit(
        args.run,
        Config(chains.vocabulary, args.context, args.width, args.layers, args.heads),
        lambda rng, count: chains.draw(rng, count, args.context),
        lambda model, last: dict(gap={k: gap(model, x, exact) for k, x, exact in tests}),
        args.tokens,
        adamw(args.rate),
        args.batch,
        args.cooldown,
        args.seed,
        keep=TRAIL,
        arguments=vars(args),
    )


if __name__ == "__main__":
    main()
