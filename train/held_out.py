"""What neither pair of tiny authors has seen: python3 train/held_out.py BOOKS > fixtures/authors/held-out.json

The end of each novel in the 29 symbols, from the first sentence that lies in the last twentieth both as `authors.py` counts it (of the symbols)
and as `novelists.py` does (of the characters). Tests let both pairs tell passages of it apart.
"""
import json
import sys
from pathlib import Path

import corpus
from authors import AUTHORS, reduced


def held_out(text):
    symbols = reduced(text)
    start = max(len(symbols) * 19 // 20, len(reduced(corpus.split(text)[0])))
    return symbols[symbols.index(". ", start) + 2 :].strip()


if __name__ == "__main__":
    texts = {name: held_out((Path(sys.argv[1]) / f"{book}.txt").read_text()) for name, book in AUTHORS.items()}
    print(json.dumps(texts, indent=0))
