"""Reference values for training in the browser: python3 train/training_fixture.py fixtures/training

A tiny network, its batches, all gradients of the first step, and ten consecutive losses under AdamW with clipping, weight decay on
matrices alone and a rate that changes, computed by PyTorch in float64. Writes FOLDER/tiny.json; floating-point numbers have nine digits,
the parameters are exact float32.
"""
import json
import sys
from pathlib import Path

import torch

from model import Config, Transformer, loss

CONFIG = dict(vocabulary=12, context=10, width=8, layers=2, heads=2)
BATCH, STEPS, DECAY = 3, 10, 0.1
RATES = [0.02 * min(1, (i + 1) / 3) * 0.9**i for i in range(STEPS)]


def rounded(values):
    return [float(f"{value:.9g}") for value in values]


def flat(tensors):
    return torch.cat([t.detach().flatten() for t in tensors]).tolist()


def main(folder):
    torch.manual_seed(5)
    model = Transformer(Config(**CONFIG))
    parameters = dict(model.named_parameters())
    with torch.no_grad():
        for p in parameters.values():  # far from the start, so that no derivative is nearly zero
            p += torch.randn(p.shape) * 0.25
            p.copy_(torch.tensor(rounded(p.flatten().tolist())).view(p.shape))
    start = flat(parameters.values())
    model.double()
    batches = torch.randint(CONFIG["vocabulary"], (STEPS, BATCH, CONFIG["context"] + 1))
    matrices = [p for p in model.parameters() if p.ndim > 1]
    gains = [p for p in model.parameters() if p.ndim == 1]
    groups = [dict(params=matrices, weight_decay=DECAY), dict(params=gains, weight_decay=0.0)]
    optimizer = torch.optim.AdamW(groups, lr=1.0, betas=(0.9, 0.95), eps=1e-8)
    losses, norms, gradient = [], [], None
    for rate, batch in zip(RATES, batches):
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad(set_to_none=True)
        value = loss(model, batch)
        value.backward()
        gradient = gradient or flat(p.grad for p in model.parameters())
        norms.append(float(torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)))
        optimizer.step()
        losses.append(float(value.detach()))
    out = dict(
        config=CONFIG,
        start=rounded(start),
        batches=batches.flatten(1).tolist(),
        rates=rounded(RATES),
        weightDecay=DECAY,
        gradient=rounded(gradient),
        norms=rounded(norms),
        losses=rounded(losses),
        end=rounded(flat(model.parameters())),
    )
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tiny.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
