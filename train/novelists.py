"""Train two tiny authors, a network on one novel each: python3 train/novelists.py BOOKS --runs DIR [--tokens 2e6]

The symbols are those of `authors.py`, the recipe is that of the family. The last twentieth of each novel is held out. One after the
other, each in DIR/NAME, resumable. Losses are bits per symbol on what is held out.

--ship writes both into public/weights/authors.bin, Austen first, with three unused symbols at the end of the vocabulary, since in the
page it is a multiple of 4: what a network gives to these is left out, and the others are divided by their sum. It measures the
dequantized networks without the three on both novels' last twentieths, beside the page's chain of letters, and writes
docs/model-cards/authors.json and authors.md.
"""
import argparse
import json
import math
import os
import re
from pathlib import Path

import torch

import card
import corpus
import trail
from authors import AUTHORS, DIGITS, SYMBOLS, reduced
from family import bits
from fit import fit, muon_and_adamw
from model import Config, Transformer

CONTEXT = 64
CONFIG = Config(len(SYMBOLS), CONTEXT, 32, 2, 2)


def encode(text):
    return [SYMBOLS.index(symbol) for symbol in reduced(text)]


def train(name, args):
    training, held_out = (encode(part) for part in corpus.split((Path(args.corpus) / f"{AUTHORS[name]}.txt").read_text()))
    data = torch.tensor(training)

    def draw(rng, count):
        starts = torch.from_numpy(rng.integers(len(data) - CONTEXT, size=count))
        return data[starts[:, None] + torch.arange(CONTEXT + 1)]

    measure = lambda model, last: dict(valid_bits=bits(model, [held_out if last else held_out[:4001]]))
    fit(Path(args.runs) / name, CONFIG, draw, measure, args.tokens, muon_and_adamw(args.rate, 0.15 * args.rate), args.batch, 0.5, args.seed)


ROOT = Path(__file__).parent / ".."
UNUSED = 3
# What the test of the shipped file reads, in float64 here and in the page's arithmetic there.
SAMPLE = "he had not been long at sea, when the captain came up to him. it is a truth, said she, that nobody was there."


def without_unused(state, config):
    """The network as it was trained: the shipped one without the symbols that are none."""
    model = Transformer(config).eval()
    model.load_state_dict({name: values[: len(SYMBOLS)] if name == "token" else values for name, values in state.items()})
    return model


def chain_bits(author, held_out):
    """Bits per symbol of the page's chain of order one, src/sim/author-pairs.ts: weights 2^(-q/3), divided by the sum of their row."""
    table = re.findall(r"'([A-Za-z0-9+/]{841})'", (ROOT / "src/sim/author-pairs.ts").read_text())[list(AUTHORS).index(author)]
    weights = [[2 ** (-DIGITS.index(digit) / 3) for digit in table[at : at + len(SYMBOLS)]] for at in range(0, len(table), len(SYMBOLS))]
    numbers = encode(held_out)
    return sum(math.log2(sum(weights[x]) / weights[x][y]) for x, y in zip(numbers, numbers[1:])) / (len(numbers) - 1)


def ship(args):
    networks, parts = [], {}
    for name in AUTHORS:
        saved = torch.load(Path(args.runs) / name / "checkpoint.pt", weights_only=False)
        state = dict(saved["model"])
        state["token"] = torch.cat([state["token"], torch.zeros(UNUSED, CONFIG.width)])
        networks.append((dict(step=saved["step"], tokens=saved["tokens"]), state))
        text = (Path(args.corpus) / f"{AUTHORS[name]}.txt").read_text()
        training, held_out = corpus.split(text)
        parts[name] = (reduced(training), reduced(held_out))
    path = ROOT / "public/weights/authors.bin"
    sizes = dict(vocabulary=len(SYMBOLS) + UNUSED, context=CONTEXT, width=CONFIG.width, layers=CONFIG.layers, heads=CONFIG.heads)
    trail.write(path, "authors", sizes, networks, characters=list(SYMBOLS) + [""] * UNUSED)
    _, shipped = trail.read(path)
    rows = []
    for (described, _), network, name in zip(networks, shipped, AUTHORS):
        model = without_unused(network.state_dict(), CONFIG)
        held = {other: round(bits(model, [encode(parts[other][1])]), 4) for other in AUTHORS}
        chain = round(chain_bits(name, parts[name][1]), 4)
        sample = round(bits(model.double(), [encode(SAMPLE)]), 8)
        rows.append(dict(name=name, novel=AUTHORS[name], **described, bitsPerSymbol=held, chainBitsPerSymbol=chain, sampleBitsPerSymbol=sample))
        print(rows[-1])
    parameters = sum(p.numel() for p in without_unused(shipped[0].state_dict(), CONFIG).parameters())
    figures = dict(**sizes, parameters=parameters, bytes=path.stat().st_size, symbols=SYMBOLS, sample=SAMPLE, networks=rows)
    (ROOT / "docs/model-cards/authors.json").write_text(json.dumps(figures, indent=2) + "\n")
    table = [("bits per symbol, held out", *(AUTHORS[name] for name in AUTHORS), "chain of order one, own novel")]
    table += [(row["name"], *(f"{row['bitsPerSymbol'][other]:.3f}" for other in AUTHORS), f"{row['chainBitsPerSymbol']:.3f}") for row in rows]
    said = f"{parameters:,} parameters each, {figures['bytes']:,} bytes together; {rows[0]['step']:,} steps over {rows[0]['tokens']:,} symbols each."
    card.insert(ROOT / "docs/model-cards/authors.md", f"{card.table(table)}\n\n{said}", "train/novelists.py")


def main():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    a.add_argument("--runs", required=True)
    a.add_argument("--tokens", type=float, default=2e6)
    a.add_argument("--batch", type=int, default=32)
    a.add_argument("--rate", type=float, default=0.02, help="Muon's rate; AdamW takes 0.15 of it")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=os.cpu_count())
    a.add_argument("--ship", action="store_true")
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    for name in AUTHORS if not args.ship else ():
        train(name, args)
    if args.ship:
        ship(args)


if __name__ == "__main__":
    main()
