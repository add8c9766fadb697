"""Ship the networks of positions.py and measure what was shipped: python3 train/ship_positions.py CORPUS --runs DIR

Writes public/weights/positions.bin (network NAME has the tensors NAME/token and so on), docs/model-cards/positions.json and the values
in float64 that the tests of the page compute again, fixtures/positions/reference.json. Everything is measured on the dequantized
weights of the written file, in bits.

- Loss: windows of 128 predictions from random places of the validation split, the same for all networks; standard errors over windows.
- Place: usable information about the place of a row in its window, log2 128 minus the held-out cross-entropy of a reader of that row
  alone (after LayerNorm without gain, and a linear map that whitens). The readers are trained on windows of the training split and judged on windows of the validation
  split; the cross-entropy of a window is the mean over its 128 rows, and standard errors are over windows. The control gives the reader
  places dealt anew to the rows of each window. `untrained` is the network `none` before training, as fit.py draws it.
- Swap: the divergence from the last prediction of a window to that after two unlike neighbors were exchanged some places back; and the
  same for every pair of neighbors of one text, SAMPLE.

--rest leaves the losses, readers and swaps of the windows in the card as they are, and does what takes seconds: the text, the fixture,
and measured.ts of the widgets positions and letters-exchanged, which are the card for the page.
"""
import argparse
import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import corpus
import weights
from characters import CHARACTERS, encode
from family import bits
from fixture import rounded
from model import Config, Transformer
from positions import CONTEXT, NETWORKS, config

ROOT = Path(__file__).parent / ".."
DISTANCES = [1, 2, 4, 8, 16, 32, 64, 126]
SAMPLE = ("\nThe door stood open, and the lamp was lit. Nobody came. On the table lay a letter, and beside it a key, "
          "and in the grate a fire")


def written(path, runs):
    file, networks = weights.TensorFile(), []
    for name in NETWORKS:
        saved = torch.load(Path(runs) / name / "checkpoint.pt", weights_only=False)
        file.add_state(saved["model"], f"{name}/")
        sizes = {key: value for key, value in saved["config"].items() if key != "dropout"}
        networks.append(dict(name=name, config=sizes, step=saved["step"], tokens=saved["tokens"]))
    file.write(path, name="positions", config=networks[0]["config"], characters=CHARACTERS, networks=networks)


def read(path):
    header, arrays = weights.read_arrays(path)
    networks = {}
    for each in header["networks"]:
        model, prefix = Transformer(Config(**each["config"])).eval(), f"{each['name']}/"
        model.load_state_dict({k[len(prefix):]: torch.tensor(v) for k, v in arrays.items() if k.startswith(prefix)})
        networks[each["name"]] = model
    return header, networks


def windows(texts, count, seed):
    """[count, context + 1] tokens from random places of texts, each place as likely as another."""
    rng = np.random.default_rng(seed)
    sizes = np.array([len(text) - CONTEXT for text in texts])
    which = rng.choice(len(texts), count, p=sizes / sizes.sum())
    starts = [int(rng.integers(sizes[i])) for i in which]
    return torch.stack([texts[i][s : s + CONTEXT + 1] for i, s in zip(which, starts)])


def measured(values):
    values = values.double()
    return dict(mean=round(float(values.mean()), 4), error=round(float(values.std() / math.sqrt(len(values))), 4))


@torch.no_grad()
def losses(model, x):
    """The mean loss of each window, in bits a character."""
    each = [F.cross_entropy(model(part[:, :-1]).transpose(1, 2), part[:, 1:], reduction="none").mean(1) for part in x.split(64)]
    return torch.cat(each) / math.log(2)


@torch.no_grad()
def stages(model, x):
    """The embedding and the stream after each block, normalized: [windows, 128, width] each."""
    parts = [[F.layer_norm(stage, stage.shape[-1:]) for stage in model.activations(part[:, :-1])[:-1]] for part in x.split(64)]
    return [torch.cat(stage) for stage in zip(*parts)]


def whitened(train, held):
    """An invertible linear map of the rows, so that a reader learns from small directions as fast as from large ones."""
    x = train.reshape(-1, train.shape[-1])
    values, vectors = torch.linalg.eigh(torch.cov(x.T.double()))
    kept = values > 1e-7 * values[-1]  # LayerNorm has made one of them zero
    turn = (vectors[:, kept] / values[kept].sqrt()).float()
    return (train - x.mean(0)) @ turn, (held - x.mean(0)) @ turn


def reader(kind, width):
    if kind == "linear":
        return nn.Linear(width, CONTEXT)
    return nn.Sequential(nn.Linear(width, 128), nn.GELU(), nn.Linear(128, CONTEXT))


def place_bits(kind, train, held, shuffled=False, passes=6, batch=1024, seed=5):
    """What a reader of one row saves on its place, mean over the rows of each held-out window, in bits."""
    torch.manual_seed(seed)
    rng = torch.Generator().manual_seed(seed)
    places = lambda n: (torch.rand(n, CONTEXT, generator=rng).argsort(1) if shuffled else torch.arange(CONTEXT).repeat(n, 1))
    x, y = train.reshape(-1, train.shape[-1]), places(len(train)).reshape(-1)
    probe = reader(kind, train.shape[-1])
    steps = passes * len(x) // batch
    optimizer = torch.optim.Adam(probe.parameters(), lr=1e-2 if kind == "linear" else 4e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for step in range(steps):
        if step * batch % len(x) < batch:
            order = torch.randperm(len(x), generator=rng)
        rows = order[(step * batch) % (len(x) - batch) :][:batch]
        optimizer.zero_grad()
        F.cross_entropy(probe(x[rows]), y[rows]).backward()
        optimizer.step()
        schedule.step()
    with torch.no_grad():
        cost = F.cross_entropy(probe(held).transpose(1, 2), places(len(held)), reduction="none").mean(1)
    return measured((math.log(CONTEXT) - cost) / math.log(2))


@torch.no_grad()
def last(model, x):
    """Natural logarithms of the last prediction of each window, in float64."""
    return torch.cat([model(part)[:, -1].log_softmax(-1) for part in x.split(64)])


def divergence(p, q):
    return (p.exp() * (p - q)).sum(-1) / math.log(2)


def swapped(x, distance):
    """The windows whose characters `distance` and distance + 1 places before the last one differ, and the same with the two exchanged."""
    at = x.shape[1] - 1 - distance
    x = x[x[:, at] != x[:, at - 1]]
    y = x.clone()
    y[:, at], y[:, at - 1] = x[:, at - 1], x[:, at]
    return x, y


def behavior(model, x):
    """x: [windows, 128]. In float64."""
    model.double()
    rng = torch.Generator().manual_seed(9)
    rows = []
    for distance in DISTANCES:
        a, b = swapped(x, distance)
        d = divergence(last(model, a), last(model, b))
        rows.append(dict(distance=distance, windows=len(a), **{k: float(f"{v:.4g}") for k, v in
                    dict(mean=float(d.mean()), error=float(d.std() / math.sqrt(len(d))), largest=float(d.max())).items()}))
    y = torch.stack([torch.cat((row[:-1][torch.randperm(CONTEXT - 1, generator=rng)], row[-1:])) for row in x])
    d = divergence(last(model, x), last(model, y))
    shuffled = measured(d) | dict(largest=float(f"{float(d.max()):.4g}"))
    # Two neighbors 64 places back replaced, not exchanged: something for the swaps to be compared with.
    z = x.clone()
    z[:, CONTEXT - 66 : CONTEXT - 64] = torch.randint(1, len(CHARACTERS), (len(x), 2), generator=rng)
    replaced = measured(divergence(last(model, x), last(model, z)))
    model.float()
    return dict(swap=rows, shuffled=shuffled, replaced=replaced)


def untrained(seed=1):
    torch.manual_seed(seed)
    return Transformer(config("none")).eval()


def main():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    a.add_argument("--runs", required=True)
    a.add_argument("--train", type=int, default=1024)
    a.add_argument("--held", type=int, default=512)
    a.add_argument("--rest", action="store_true")
    args = a.parse_args()
    torch.set_num_threads(1)
    path = ROOT / "public/weights/positions.bin"
    if args.rest:
        return write(json.loads((ROOT / "docs/model-cards/positions.json").read_text()), read(path)[1])
    written(path, args.runs)
    header, networks = read(path)
    parts = [corpus.split(book) for book in corpus.books(args.corpus)]
    train = windows([torch.tensor(encode("\n" + text)) for text, _ in parts], args.train, 21)
    valid = [encode("\n" + text) for _, text in parts]
    held = windows([torch.tensor(text) for text in valid], args.held, 22)
    judged = {name: losses(model, held) for name, model in networks.items()}
    rows = []
    for name, model in [*networks.items(), ("untrained", untrained())]:
        each = dict(name=name)
        if name in judged:
            described = next(row for row in header["networks"] if row["name"] == name)
            log = [json.loads(line) for line in (Path(args.runs) / name / "log.jsonl").read_text().splitlines()]
            each |= dict(**described["config"], parameters=sum(p.numel() for p in model.parameters()), step=described["step"],
                         tokens=described["tokens"], validationBitsPerCharacter=round(bits(model, valid), 4),
                         beforeRounding=round(log[-1]["valid_bits"], 4), loss=measured(judged[name]),
                         overNone=measured(judged[name] - judged["none"]))
        each["place"] = []
        for seen, judge in map(whitened, stages(model, train), stages(model, held)):
            found = dict(linear=place_bits("linear", seen, judge), hidden=place_bits("hidden", seen, judge))
            if name != "untrained":
                found |= dict(control=place_bits("hidden", seen, judge, shuffled=True, passes=2))
            each["place"].append(found)
            print(name, found, flush=True)
        each |= behavior(model, held[:, :-1])
        print(name, each.get("loss"), each["shuffled"], each["replaced"], [row["mean"] for row in each["swap"]], flush=True)
        rows.append(each)
    figures = dict(places=CONTEXT, trainingWindows=args.train, heldOutWindows=args.held, distances=DISTANCES, bytes=path.stat().st_size,
                   networks=rows)
    write(figures, networks)


def example(networks):
    """Of SAMPLE: what each pair of neighbors exchanged does to the last prediction, by the distance of the later one from the end."""
    ids = torch.tensor(encode(SAMPLE)[:CONTEXT])
    exchanged = ids.repeat(CONTEXT - 2, 1)
    for row, distance in zip(exchanged, range(1, CONTEXT - 1)):
        at = CONTEXT - 1 - distance
        row[at - 1], row[at] = ids[at], ids[at - 1]
    rows = []
    for name, model in networks.items():
        before, after = last(model.double(), ids[None]), last(model, exchanged)
        guess = int(before.argmax())
        rows.append(dict(name=name, guess=CHARACTERS[guess], probability=round(float(before[0, guess].exp()), 4),
                         divergence=[float(f"{max(0, float(d)):.3g}") for d in divergence(before, after)]))
    return dict(text=SAMPLE[:CONTEXT], networks=rows)


def write(figures, networks):
    figures["example"] = example(networks)
    (ROOT / "docs/model-cards/positions.json").write_text(json.dumps(figures, indent=2) + "\n")
    ids = encode(SAMPLE)[:CONTEXT]
    other = ids[:40] + [ids[41], ids[40]] + ids[42:]
    reference = [dict(name=name, text=values(model.double(), ids), swapped=values(model, other)) for name, model in networks.items()]
    folder = ROOT / "fixtures/positions"
    folder.mkdir(exist_ok=True)
    (folder / "reference.json").write_text(json.dumps(reference, separators=(",", ":")) + "\n")
    shown(figures, "positions", ("name", "layers", "parameters", "loss", "overNone", "place"))
    shown(dict(figures, networks=figures["networks"][:-1]), "letters-exchanged", ("name", "swap", "shuffled", "replaced"), example=figures["example"])


def shown(figures, widget, kept, **more):
    page = [{key: row[key] for key in kept if key in row} for row in figures["networks"]]
    (ROOT / f"src/widgets/{widget}/measured.ts").write_text(
        "/** Written by `train/ship_positions.py`: `docs/model-cards/positions.json`, as far as the figure shows it. In bits. */\n"
        "import type { Measurements } from './measurements.ts';\n\n"
        f"export const measured: Measurements = {json.dumps(dict(networks=page, **more))};\n")


@torch.no_grad()
def values(model, ids, stride=61):
    """Every stage at every stride-th value, and the last row of the logits."""
    stages = [stage[0] for stage in model.activations(torch.tensor(ids)[None])]
    return dict(ids=ids, stride=stride, stages=[rounded(stage.flatten()[::stride].tolist()) for stage in stages[:-1]],
                lastLogits=rounded(stages[-1][-1].tolist()))


if __name__ == "__main__":
    main()
