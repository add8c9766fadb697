"""Ship finished runs with their trails and measure what was shipped.

python3 train/ship_trails.py markov RUN NAME               a run of markov.py as public/weights/NAME.bin
python3 train/ship_trails.py family CORPUS RUNS                the runs of family.py as public/weights/family/*.bin

Everything is measured on the dequantized weights of the written file and goes into docs/model-cards/NAME.json or family.json, which
also hold sizes and losses as data. Of the sizes of the family the three smallest keep their trails, the others their ends.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import card
import corpus
import trail
from characters import CHARACTERS, encode
from counter import CharacterCounter
from family import SIZES, beginnings, bits
from markov import Chains, gap

ROOT = Path(__file__).parent / ".."
FRESH = 2048
# What the tests of the shipped files read: the same text, in float64 here and in the page's arithmetic there.
SAMPLE = 'The old clock struck nine, and nobody in the house had thought of supper. "It is late," said Tom at last.\n'


def rounded(value):
    return float(f"{value:.4g}")


def markov(run, name):
    saved = torch.load(Path(run) / "checkpoint.pt", weights_only=False)
    fewest, most = saved["arguments"]["symbols"]
    alpha = saved["arguments"]["alpha"]
    path = ROOT / f"public/weights/{name}.bin"
    trail.write(path, name, saved["config"], trail.of_run(run), chains=dict(fewest=fewest, most=most, alpha=alpha))
    header, networks = trail.read(path)
    chains, rng = Chains((fewest, most), alpha), np.random.default_rng(77)
    tests = [(k, chains.draw(rng, FRESH, header["config"]["context"], k)) for k in range(fewest, most + 1)]
    tests = [(k, x, chains.posterior(x, k)) for k, x in tests]
    rows = []
    for described, network in zip(header["checkpoints"], networks):
        gaps = {k: gap(network, x, exact) for k, x, exact in tests}
        rows.append(described | dict(gap={k: rounded(g) for k, (g, _) in gaps.items()}, error={k: rounded(e) for k, (_, e) in gaps.items()}))
    figures = dict(**header["config"], parameters=sum(p.numel() for p in networks[0].parameters()), bytes=path.stat().st_size,
                chains=header["chains"], freshSequences=FRESH, positions="16-127", checkpoints=rows)
    (ROOT / f"docs/model-cards/{name}.json").write_text(json.dumps(figures, indent=2) + "\n")
    print(name, path.stat().st_size, rows[-1])
    write_markov_card()


def write_markov_card():
    shipped = [json.loads(path.read_text()) for path in sorted((ROOT / "docs/model-cards").glob("markov-*.json"), reverse=True)]
    rows = [("network", "symbols", "gap, nats", "standard error")]
    for each in shipped:
        end = each["checkpoints"][-1]
        name = f"markov-{each['chains']['fewest']}" + ("" if each["chains"]["fewest"] == each["chains"]["most"] else f"-{each['chains']['most']}")
        rows += [(name, k, f"{end['gap'][k]:.5f}", f"{end['error'][k]:.5f}") for k in end["gap"]]
    said = "\n".join(
        f"{each['parameters']:,} parameters, {each['bytes']:,} bytes, {len(each['checkpoints'])} networks; {each['checkpoints'][-1]['step']:,} steps over "
        f"{each['checkpoints'][-1]['tokens']:,} tokens." for each in shipped)
    card.insert(ROOT / "docs/model-cards/markov.md", f"{card.table(rows)}\n\n{said}", "train/ship_trails.py")


def family(folder, runs):
    parts = [corpus.split(book) for book in corpus.books(folder)]
    valid = [encode("\n" + text) for _, text in parts]
    sizes = []
    for i, name in enumerate(SIZES):
        networks = trail.of_run(Path(runs) / name)
        saved = torch.load(Path(runs) / name / "checkpoint.pt", weights_only=False)
        assert saved["step"] == networks[-1][0]["step"], f"the run of {name} is not finished"
        path = ROOT / f"public/weights/family/{name}.bin"
        path.parent.mkdir(exist_ok=True)
        log = [json.loads(line) for line in (Path(runs) / name / "log.jsonl").read_text().splitlines()]
        trail.write(path, f"family-{name}", saved["config"], networks if i < 3 else networks[-1:], characters=CHARACTERS)
        header, shipped = trail.read(path)
        quick = beginnings(valid)
        rows = [described | dict(beginningsBitsPerCharacter=rounded(bits(network, quick)))
                for described, network in zip(header["checkpoints"], shipped)]
        end = rounded(bits(shipped[-1], valid))
        for row, network in zip(rows, shipped):
            row["sampleBitsPerCharacter"] = round(bits(network.double(), [encode("\n" + SAMPLE)]), 8)
        sizes.append(dict(name=name, **header["config"], parameters=sum(p.numel() for p in shipped[-1].parameters()),
                          bytes=path.stat().st_size, **header["checkpoints"][-1], validationBitsPerCharacter=end,
                          beforeRounding=rounded(log[-1]["valid_bits"]), trail=rows))
        print(sizes[-1]["name"], sizes[-1]["parameters"], sizes[-1]["validationBitsPerCharacter"], path.stat().st_size)
    training, validation = zip(*parts)
    characters = sum(map(len, validation))
    counters = [dict(order=n, validationBitsPerCharacter=rounded(sum(map(CharacterCounter(training, n).bits, validation)) / characters))
                for n in range(1, 6)]
    figures = dict(trainingCharacters=sum(map(len, training)), validationCharacters=sum(len(ids) - 1 for ids in valid),
                   sample=SAMPLE, counters=counters, sizes=sizes)
    (ROOT / "docs/model-cards/family.json").write_text(json.dumps(figures, indent=2) + "\n")
    rows = [("file", "width", "layers", "heads", "parameters", "bytes", "bits per character")]
    rows += [(s["name"], str(s["width"]), str(s["layers"]), str(s["heads"]), f"{s['parameters']:,}", f"{s['bytes']:,}", f"{s['validationBitsPerCharacter']:.3f}") for s in sizes]
    said = (f"{sizes[0]['step']:,} steps over {sizes[0]['tokens']:,} characters, of {figures['trainingCharacters']:,} in the training text; "
            f"{figures['validationCharacters']:,} characters of validation text.")
    counted = [("counter of order", "bits per character")] + [(str(c["order"]), f"{c['validationBitsPerCharacter']:.3f}") for c in counters]
    card.insert(ROOT / "docs/model-cards/family.md", f"{card.table(rows)}\n\n{said}\n\n{card.table(counted)}", "train/ship_trails.py")


if __name__ == "__main__":
    a = argparse.ArgumentParser()
    a.add_argument("what", choices=["markov", "family"])
    a.add_argument("paths", nargs=2)
    args = a.parse_args()
    {"markov": markov, "family": family}[args.what](*args.paths)
