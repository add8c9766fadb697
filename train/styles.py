"""Train the network of two styles: python3 train/styles.py --run DIR [--tokens 8e6]

Every text is in one of the two styles of fixtures/styles/styles.json, by the toss of a fair coin, and begins with the start token, the
number after the last word. The log holds the mean loss in nats a word beside that of the exact mixture, whose difference is the
divergence from the exact prediction to the network's.

python3 train/styles.py --run DIR --ship writes public/weights/styles.bin and docs/model-cards/styles.json from a finished run.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import trail
from fit import fit
from model import Config

CONTEXT = 64
STYLES = json.loads((Path(__file__).parent / "../fixtures/styles/styles.json").read_text())
WORDS = len(STYLES["words"])


def normalized(rows):
    rows = np.array(rows)
    return rows / rows.sum(-1, keepdims=True)


STARTS = normalized([style["start"] for style in STYLES["styles"]])  # [2, words]
CHAINS = normalized([style["chain"] for style in STYLES["styles"]])  # [2, words, words]


def texts(rng, count):
    """[count, context + 1] words, the first of which is the start token."""
    style = rng.integers(2, size=count)
    rows = np.concatenate([CHAINS, STARTS[:, None]], 1).cumsum(-1)
    x = np.full((count, CONTEXT + 1), WORDS)
    u = rng.random((CONTEXT + 1, count, 1))
    for t in range(1, CONTEXT + 1):
        x[:, t] = np.minimum((u[t] > rows[style, x[:, t - 1]]).sum(-1), WORDS - 1)
    return torch.from_numpy(x)


def exact(x):
    """Natural logarithms of the exact predictions of x[:, 1:], [count, context, words]."""
    x = x.numpy()
    rows = np.log(np.concatenate([CHAINS, STARTS[:, None]], 1))  # [2, words + 1, words]
    each = rows[:, x[:, :-1]]  # [2, count, context, words]
    seen = np.take_along_axis(each, x[None, :, 1:, None], -1)[..., 0].cumsum(-1)
    before = np.concatenate([np.zeros_like(seen[..., :1]), seen[..., :-1]], -1)
    posterior = before - np.logaddexp.reduce(before, 0)
    return np.logaddexp.reduce(posterior[..., None] + each, 0)


def measurement(seed=99):
    x = texts(np.random.default_rng(seed), 512)
    logp = exact(x)

    @torch.no_grad()
    def measure(model, last=True):
        q = model(x[:, :-1]).double().log_softmax(-1).numpy()[..., :WORDS]
        gap = (np.exp(logp) * (logp - q)).sum(-1)
        return dict(gap=round(float(gap.mean()), 5), gap_from_16=round(float(gap[:, 16:].mean()), 5))

    return measure


def ship(run):
    saved = torch.load(Path(run) / "checkpoint.pt", weights_only=False)
    root = Path(__file__).parent / ".."
    path = root / "public/weights/styles.bin"
    described = dict(step=saved["step"], tokens=saved["tokens"])
    trail.write(path, "styles", saved["config"], [(described, saved["model"])])
    header, [model] = trail.read(path)
    figures = dict(**header["config"], parameters=sum(p.numel() for p in model.parameters()), bytes=path.stat().st_size,
                   **described, nats=measurement()(model))
    (root / "docs/model-cards/styles.json").write_text(json.dumps(figures, indent=2) + "\n")
    print(json.dumps(figures))


if __name__ == "__main__":
    a = argparse.ArgumentParser()
    a.add_argument("--run", required=True)
    a.add_argument("--tokens", type=float, default=8e6)
    a.add_argument("--width", type=int, default=48)
    a.add_argument("--layers", type=int, default=2)
    a.add_argument("--heads", type=int, default=2)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--ship", action="store_true")
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    if args.ship:
        raise SystemExit(ship(args.run))
    config = Config(-(-(WORDS + 1) // 4) * 4, CONTEXT, args.width, args.layers, args.heads)
    fit(args.run, config, texts, measurement(), args.tokens)
