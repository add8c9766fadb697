"""The passages of the figure `forgetting`: python3 train/forgetting.py BOOKS MORE > train/passages.json

The new text is a stretch of A Midsummer Night's Dream, which the family of sizes has not read; of as much that follows, 32 windows. Of each of the eight books that it has
read: a stretch of the training split, for replay, and windows of 129 characters of the validation split, evenly spaced.
"""
import json
import re
import sys
from pathlib import Path

from corpus import named, split

NEW, REPLAY, WINDOW, WINDOWS, NEW_WINDOWS = 24_000, 1_500, 129, 4, 32


def plain(text):
    """Blank lines and runs of spaces made one, characters that the family does not know left out, as it was trained."""
    return re.sub(r"\n{2,}", "\n", re.sub(r" {2,}", " ", text))


def fromLine(text, at, length):
    """From the first beginning of a line after `at`."""
    begin = text.index("\n", at) + 1
    return text[begin : begin + length]


def main():
    books, more = sys.argv[1:]
    play = (Path(more) / "midsummer-nights-dream.txt").read_text()
    new = fromLine(plain(play), 3_000, 2 * NEW)
    later = [new[NEW + i * (NEW // NEW_WINDOWS) :][:WINDOW] for i in range(NEW_WINDOWS)]
    replay, held = [], []
    for _, text in named(books):
        train, validation = split(text)
        replay.append(fromLine(train, len(train) // 2, REPLAY))
        step = (len(validation) - WINDOW) // WINDOWS
        held += [validation[i * step : i * step + WINDOW] for i in range(WINDOWS)]
    found = {"play": new[:NEW], "playLater": later, "replayed": "\n".join(replay), "heldOut": held}
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
