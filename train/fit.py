"""One resumable training loop.

The rates rise over 100 steps, are constant, and fall linearly to zero over the last `cooldown` of the tokens, so that a run that is
taken up again may end sooner or later than was planned. Gradients of what AdamW trains are clipped to norm 1; Muon's need no clipping.
"""
import json
import os
import time
from pathlib import Path

import numpy as np
import torch

from model import Transformer, loss
from muon import Muon

# The steps whose networks a trail keeps, beside the last: powers of the root of 2.
TRAIL = [0, 16, 32] + [round(64 * 2 ** (i / 2)) for i in range(24)]


def adamw(rate):
    return lambda model: [(torch.optim.AdamW(model.parameters(), betas=(0.9, 0.98), eps=1e-8, weight_decay=0.0), rate)]


def muon_and_adamw(muon, rate, decay=0.0):
    """Muon for the matrices of the blocks, AdamW for everything else."""

    def optimizers(model):
        blocks = {name: p for name, p in model.named_parameters() if name.startswith("blocks") and p.ndim == 2}
        others = [p for name, p in model.named_parameters() if name not in blocks]
        return [
            (Muon(blocks.values(), weight_decay=decay), muon),
            (torch.optim.AdamW(others, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.0), rate),
        ]

    return optimizers


def parameters_of_adamw(optimizers):
    return [p for optimizer, _ in optimizers if isinstance(optimizer, torch.optim.AdamW)
            for group in optimizer.param_groups for p in group["params"]]


def fit(run, config, draw, measure, tokens, optimizers=muon_and_adamw(0.01, 0.003), batch=64, cooldown=0.6, seed=1, keep=(), start=None,
        every=200, **said):
    """Train a network in the folder `run`, or go on with it; return it.

    draw(rng, count) gives sequences [count, context + 1]; measure(model, last) a dict for the log, `last` being true at the end.
    `keep` lists steps whose networks are kept as trail-STEP.pt, as the last one is then; `said` goes into the checkpoint. A new run
    begins from the parameters `start`, if there are any; it measures and saves every `every` steps.
    """
    run = Path(run)
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = Transformer(config)
    if start:
        model.load_state_dict(start)
    optimizers = optimizers(model)
    clipped = parameters_of_adamw(optimizers)
    step, per_step = 0, batch * config.context
    total = int(tokens / per_step)
    if (run / "checkpoint.pt").exists():
        saved = torch.load(run / "checkpoint.pt", weights_only=False)
        model.load_state_dict(saved["model"])
        for (optimizer, _), state in zip(optimizers, saved["optimizers"]):
            optimizer.load_state_dict(state)
        rng.bit_generator.state = saved["rng"]
        step = saved["step"]
    running, since, clock = 0.0, 0, time.time()
    while True:
        last = step >= total
        kept = bool(keep) and (step in keep or last)
        if kept:
            torch.save(model.state_dict(), run / f"trail-{step:06d}.pt")
        if step == 0 or last or since and (kept or step % every == 0):
            model.eval()
            row = dict(step=step, tokens=step * per_step, train_nats=running / since if since else None, **measure(model, last),
                       speed=round(since * per_step / (time.time() - clock)))
            model.train()
            print(run.name, json.dumps(row), flush=True)
            with open(run / "log.jsonl", "a") as log:
                print(json.dumps(row), file=log)
            state = dict(model=model.state_dict(), optimizers=[o.state_dict() for o, _ in optimizers], rng=rng.bit_generator.state,
                         step=step, tokens=step * per_step, config=config.__dict__, **said)
            torch.save(state, run / "checkpoint.tmp")
            os.replace(run / "checkpoint.tmp", run / "checkpoint.pt")
            running, since, clock = 0.0, 0, time.time()
        if last:
            return model.eval()
        factor = min(1, (step + 1) / 100, (total - step) / (cooldown * total))
        for optimizer, peak in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = peak * factor
            optimizer.zero_grad(set_to_none=True)
        value = loss(model, draw(rng, batch))
        value.backward()
        torch.nn.utils.clip_grad_norm_(clipped, 1.0)
        for optimizer, _ in optimizers:
            optimizer.step()
        running, since, step = running + float(value.detach()), since + 1, step + 1
