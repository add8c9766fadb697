"""Write the figures of a model card into it: python3 train/card.py CARD.md FIGURES.json"""
import json
import re
import sys
from pathlib import Path


def main(card, figures):
    values = json.loads(Path(figures).read_text())
    rows = [("", "bits per character")]
    rows += [(name, f"{bits:.3f}") for name, bits in values["bitsPerCharacter"].items()]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    lines = [f"| {name:<{first}} | {bits:>{second}} |" for name, bits in rows]
    lines.insert(1, f"| {'-' * first} | {'-' * (second - 1)}: |")
    said = (
        f"{values['parameters']:,} parameters, {values['bytes']:,} bytes; {values['steps']:,} steps over "
        f"{values['tokens']:,} tokens of {values['trainingCharacters']:,} characters of training text, read several times; "
        f"{values['validationCharacters']:,} characters of validation text."
    )
    block = "<!-- figures: written by train/ship.sh -->\n\n" + "\n".join(lines) + f"\n\n{said}\n\n<!-- end of figures -->"
    text = Path(card).read_text()
    Path(card).write_text(re.sub(r"<!-- figures.*?<!-- end of figures -->", lambda _: block, text, flags=re.S))


if __name__ == "__main__":
    main(*sys.argv[1:])
