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


def figures(values):
    plain = [("", "bits per character")] + [(name, f"{bits:.3f}") for name, bits in values["bitsPerCharacter"].items()]
    compressors = ("gzip -9", "bzip2 -9", "xz -9e")
    kinds = [("kind", "characters", "reader", *compressors)]
    kinds += [
        (row["kind"], f"{row['characters']:,}", *(f"{row[name]:.3f}" for name in ("reader", *compressors)))
        for row in sorted(values["kinds"], key=lambda row: row["reader"])
    ]
    surfaces = [("surface", "bits per character", "over plain")]
    surfaces += [
        (row["surface"], f"{row['bitsPerCharacter']:.3f}", "" if row["surface"] == "plain" else f"{100 * row['overPlain']:+.1f} %")
        for row in values["surfaces"]
    ]
    return (
        f"The eight novels and collections, in their plain form:\n\n{table(plain)}\n\n"
        f"The other texts by kind, in bits per character:\n\n{table(kinds)}\n\n"
        f"All texts on every surface, {values['surfaceCharacters']:,} characters in their plain form. The last column says how many "
        f"more bits the same text costs in all:\n\n{table(surfaces)}\n\n"
        f"{values['parameters']:,} parameters, {values['bytes']:,} bytes; {values['steps']:,} steps over {values['tokens']:,} tokens; "
        f"{values['trainingCharacters']:,} characters of training text, and {values['validationCharacters']:,} of validation text of "
        f"the novels."
    )


def main(card, path):
    insert(card, figures(json.loads(Path(path).read_text())), "train/ship.sh")


if __name__ == "__main__":
    main(*sys.argv[1:])
