"""Write the figures of a model card into it: python3 train/card.py CARD.md FIGURES.json"""
import json
import re
import sys
from pathlib import Path


def table(rows):
    """Markdown of rows of text, the first of which is the heading; all columns but the first are numbers."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join([row[0].ljust(widths[0])] + [c.rjust(w) for c, w in zip(row[1:], widths[1:])]) + " |" for row in rows]
    lines.insert(1, "| " + " | ".join(["-" * widths[0]] + ["-" * (w - 1) + ":" for w in widths[1:]]) + " |")
    return "\n".join(lines)


def insert(card, text, by):
    """Replaces the figures of a card."""
    block = f"<!-- figures: written by {by} -->\n\n{text}\n\n<!-- end of figures -->"
    card = Path(card)
    old = re.sub(r"<!-- figures -->(?!.*<!-- end of figures -->)", "<!-- figures --><!-- end of figures -->", card.read_text(), flags=re.S)
    card.write_text(re.sub(r"<!-- figures.*?<!-- end of figures -->", lambda _: block, old, flags=re.S))


def main(card, figures):
    values = json.loads(Path(figures).read_text())
    rows = [("", "bits per character")]
    rows += [(name, f"{bits:.3f}") for name, bits in values["bitsPerCharacter"].items()]
    said = (
        f"{values['parameters']:,} parameters, {values['bytes']:,} bytes; {values['steps']:,} steps over "
        f"{values['tokens']:,} tokens of {values['trainingCharacters']:,} characters of training text, read several times; "
        f"{values['validationCharacters']:,} characters of validation text."
    )
    insert(card, f"{table(rows)}\n\n{said}", "train/ship.sh")


if __name__ == "__main__":
    main(*sys.argv[1:])
