"""One resumable training loop: Muon for the matrices of the blocks, AdamW for everything else.

The rate rises over 100 steps, is constant, and falls linearly to zero over the last `cooldown` of the tokens.
"""
import json
import os
import time
from pathlib import Path

import numpy as np
import torch

from model import Transformer, loss
from muon import Muon


def fit(run, config, draw, measure, tokens, batch=64, muon=0.01, rate=0.003, cooldown=0.6, seed=1):
    """draw(rng, count) gives sequences [count, context + 1]; measure(model) a dict for the log. Returns the trained model."""
    run = Path(run)
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = Transformer(config)
    blocks = {name: p for name, p in model.named_parameters() if name.startswith("blocks") and p.ndim == 2}
    others = [p for name, p in model.named_parameters() if name not in blocks]
    optimizers = [
        (Muon(blocks.values(), weight_decay=0.0), muon),
        (torch.optim.AdamW(others, betas=(0.9, 0.95), eps=1e-8, weight_decay=0.0), rate),
    ]
    step, per_step = 0, batch * config.context
    total = int(tokens / per_step)
    if (run / "checkpoint.pt").exists():
        saved = torch.load(run / "checkpoint.pt", **({} if torch.__version__ < "2" else {"weights_only": False}))
        model.load_state_dict(saved["model"])
        for (optimizer, _), state in zip(optimizers, saved["optimizers"]):
            optimizer.load_state_dict(state)
        rng.bit_generator.state = saved["rng"]
        step = saved["step"]
    running, since, clock = 0.0, 0, time.time()
    while step < total:
        factor = min(1, (step + 1) / 100, (total - step) / (cooldown * total))
        for optimizer, peak in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = peak * factor
            optimizer.zero_grad(set_to_none=True)
        value = loss(model, draw(rng, batch))
        value.backward()
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for optimizer, _ in optimizers:
            optimizer.step()
        running, since, step = running + value.item(), since + 1, step + 1
        if step % 200 == 0 or step == total:
            model.eval()
            row = dict(step=step, tokens=step * per_step, train_nats=round(running / since, 5), **measure(model),
                       speed=round(since * per_step / (time.time() - clock)))
            model.train()
            print(run.name, json.dumps(row), flush=True)
            with open(run / "log.jsonl", "a") as log:
                print(json.dumps(row), file=log)
            state = dict(model=model.state_dict(), optimizers=[o.state_dict() for o, _ in optimizers],
                         rng=rng.bit_generator.state, step=step, tokens=step * per_step, config=config.__dict__)
            torch.save(state, run / "checkpoint.tmp")
            os.replace(run / "checkpoint.tmp", run / "checkpoint.pt")
            running, since, clock = 0.0, 0, time.time()
    return model.eval()
