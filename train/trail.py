"""A trail: several networks of one size in a weights file, in the order of training. Network i has the tensors `i/token`, `i/position`
and so on; the header says `checkpoints: [{step, tokens}]`. `src/model/trail.ts` reads it.
"""
import json
from pathlib import Path

import torch

import weights
from model import Config, Transformer


def write(path, name, config, networks, **header):
    """networks: [(dict that describes one, its state dict)]. `header` is what else the file says."""
    file = weights.TensorFile()
    for i, (_, state) in enumerate(networks):
        file.add_state(state, f"{i}/")
    config = {key: value for key, value in config.items() if key != "dropout"}
    file.write(Path(path), name=name, config=config, checkpoints=[described for described, _ in networks], **header)


def read(path):
    """The header, and the networks with the dequantized weights."""
    header, arrays = weights.read_arrays(Path(path))
    networks = []
    for i in range(len(header["checkpoints"])):
        model = Transformer(Config(**header["config"])).eval()
        prefix = f"{i}/"
        model.load_state_dict({k[len(prefix):]: torch.tensor(v) for k, v in arrays.items() if k.startswith(prefix)})
        networks.append(model)
    return header, networks


def of_run(run):
    """The networks that a run kept: [(dict(step, tokens), state)]."""
    run = Path(run)
    rows = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    tokens = {row["step"]: row["tokens"] for row in rows}
    paths = sorted(run.glob("trail-*.pt"))
    steps = [int(path.stem.split("-")[1]) for path in paths]
    return [(dict(step=step, tokens=tokens[step]), torch.load(path)) for step, path in zip(steps, paths)]
