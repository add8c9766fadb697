"""Write a run's latest checkpoint as a weights file: python3 train/export.py CORPUS RUN OUT

Two passes: the quantized file is written, read back and measured on the validation split of CORPUS; the figure then goes
into its header.
"""
import json
import sys
from pathlib import Path

import torch

import corpus
import weights
from evaluate import bits_per_character


def main(folder, run, out):
    saved = torch.load(Path(run) / "checkpoint.pt", map_location="cpu")
    log = map(json.loads, (Path(run) / "log.jsonl").read_text().splitlines())
    config, out = {name: value for name, value in saved["config"].items() if name != "dropout"}, Path(out)
    before = saved["before"]
    card = dict(
        steps=before["steps"] + saved["step"],
        tokens=before["tokens"] + next(row["tokens"] for row in log if row["step"] == saved["step"]),
        parameters=sum(value.numel() for value in saved["model"].values()),
    )
    weights.write(out, "reader", config, saved["model"], saved["merges"], card)
    _, model, tokenizer = weights.read(out)
    validation = [corpus.split(book)[1] for book in corpus.books(folder)]
    card["validationCharacters"] = sum(map(len, validation))
    card["validationBitsPerCharacter"] = round(bits_per_character(model, tokenizer, validation), 4)
    weights.write(out, "reader", config, saved["model"], saved["merges"], card)
    print(f"{out}: {out.stat().st_size} bytes, {card}")


if __name__ == "__main__":
    main(*sys.argv[1:])
