"""Reference values for the tests of the browser's code: python3 train/fixture.py WEIGHTS FOLDER

Writes FOLDER/reader.json, computed by PyTorch in float64 from the shipped, dequantized weights, and the same for a tiny model
with random weights (tiny.bin, tiny.json) that is quick enough for every test. Floating-point numbers have eight digits.
"""
import json
import sys
from pathlib import Path

import torch
from torch.nn import functional as F

import weights
from evaluate import token_nats
from model import Config, Transformer
from tokenizer import Tokenizer, learn_merges

PROSE = """The lamp had burned low before either of them spoke again. "You knew," she said, and it was not a question.
He looked at the window, where the rain ran down in crooked lines, and said nothing for a while. There are silences that
ask to be broken and silences that ask to be left alone; this one did neither. At last he rose, took the letter from the
mantelpiece, and laid it on the table between them, as a man lays down a card that he has held too long.

"I knew that he would come," he answered. "I did not know when." The clock on the stairs struck eleven. Outside, a carriage
went by, slowed, and went on. She did not touch the letter. "And if he asks for the money?" "Then we shall tell him the
truth, which is that there is none, and that there never was." She laughed at that, a short laugh without any mirth in it,
and drew the shawl closer about her shoulders. "He will not believe us. I should not believe us myself."
"""

HARD = [
    "",
    "a",
    " ",
    "\n\n \n",
    "The end.",
    "\u201cIt\u2019s late,\u201d she said \u2014 and then\u2026 \u2018nothing\u2019.",
    "don't can't I'm WE'LL o'clock 'tis",
    "1234567890 3.14159 10,000 2026-11-21",
    "tabs\tand\r\nreturns\rand\0zeros",
    "caf\u00e9 na\u00efve \u00dcber stra\u00dfe e\u0301",
    "\U0001f600 \U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "\u4eca\u65e5\u306f\u3001\u4e16\u754c\u3002 \ud55c\uad6d\uc5b4",
    "\ufffd\ufeff\u2028\u00a0\uffff\U0010ffff",
    "<b>&amp;</b> {\"a\": [1, 2]} x != y && z",
    "a" * 300,
    "!" * 40,
    " " * 40,
    "=-" * 60,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
]


def rounded(values):
    return [float(f"{value:.8g}") for value in values]


def window(model, ids, stride):
    """Every stage of one window at every stride-th value, the last row of the logits, and the mean loss in nats."""
    inputs, targets = torch.tensor(ids[:-1]), torch.tensor(ids[1:])
    stages = [stage[0] for stage in model.activations(inputs[None])]
    return dict(
        ids=ids,
        stride=stride,
        stages=[rounded(stage.flatten()[::stride].tolist()) for stage in stages],
        lastLogits=rounded(stages[-1][-1].tolist()),
        loss=float(F.cross_entropy(stages[-1], targets)),
    )


@torch.no_grad()
def write(path, out, stride):
    _, model, tokenizer = weights.read(path)
    model.double()
    context = model.config.context
    prose = tokenizer.encode("\n" + PROSE * 2)
    hard = tokenizer.encode("\n" + "\n".join(HARD[5:14]))
    texts = [dict(text=text, ids=tokenizer.encode(text)) for text in HARD]
    windows = [window(model, prose[: context + 1], stride), window(model, hard[: context // 2 + 1], stride)]
    read = prose[: 3 * context + 20]  # several windows, the last one short
    reading = dict(text=tokenizer.decode(read[1:]), surprisal=rounded(token_nats(model, read).tolist()))
    out.write_text(json.dumps(dict(texts=texts, windows=windows, reading=reading), separators=(",", ":")) + "\n")


def write_tiny(path):
    torch.manual_seed(1)
    config = dict(vocabulary=300, context=16, width=16, layers=2, heads=2)
    model = Transformer(Config(**config))
    state = {name: p.detach() + torch.randn(p.shape) * 0.3 for name, p in model.named_parameters()}
    card = dict(parameters=sum(p.numel() for p in state.values()), validationBitsPerCharacter=8)
    weights.write(path, "tiny", config, state, learn_merges(PROSE, config["vocabulary"]), card)


def main(path, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write(Path(path), folder / "reader.json", 89)
    write_tiny(folder / "tiny.bin")
    write(folder / "tiny.bin", folder / "tiny.json", 7)


if __name__ == "__main__":
    main(*sys.argv[1:])
