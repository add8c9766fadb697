"""Count two tiny authors: python3 train/authors.py BOOKS > fixtures/authors/tables.ts

Each is a chain of letters of order two, from all but the last twentieth of one novel, in 29 symbols: space, a to z, comma and period. A letter
that came n(x) times of N after a pair has the chance (n(x) + 5 u(x))/(N + 5), where u is the law after the pair's second letter alone,
with half a count added to each symbol. It is written as a number q from 0 to 42, one character of base 64, which stands for a weight of
2^(-q/3); the weights of a row are divided by their sum when the table is read. So every symbol is possible after every pair.
"""
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

SYMBOLS = " abcdefghijklmnopqrstuvwxyz,."
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
AUTHORS = {"austen": "pride-and-prejudice", "melville": "moby-dick"}
SAME = {"\n": " ", "-": " ", ";": ",", ":": ",", "!": ".", "?": "."}


def reduced(text):
    symbols = []
    for character in text.lower():
        character = SAME.get(character, character)
        if character in SYMBOLS and not (character == " " and symbols[-1:] == [" "]):
            symbols.append(character)
    return "".join(symbols)


def counts(text, order):
    found = defaultdict(Counter)
    for i in range(order, len(text)):
        found[text[i - order : i]][text[i]] += 1
    return found


def table(text):
    single, pairs = counts(text, 1), counts(text, 2)
    written = []
    for first in SYMBOLS:
        for second in SYMBOLS:
            after, pair = single[second], pairs[first + second]
            for symbol in SYMBOLS:
                coarse = (after[symbol] + 0.5) / (after.total() + 0.5 * len(SYMBOLS))
                p = (pair[symbol] + 5 * coarse) / (pair.total() + 5)
                written.append(DIGITS[min(42, round(-3 * math.log2(p)))])
    return "".join(written)


if __name__ == "__main__":
    print("/* Written by train/authors.py: a row of 29 symbols after each pair of symbols. */")
    for name, book in AUTHORS.items():
        text = reduced((Path(sys.argv[1]) / f"{book}.txt").read_text())
        print(f"export const {name} =\n  '{table(text[: len(text) * 19 // 20])}';")
