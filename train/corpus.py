"""The corpus: every *.txt of a folder; the last 5 % of each text's characters is the validation split."""
from pathlib import Path

# The kinds of the second folder's texts, by file name.
KINDS = {
    "dubliners": "stories",
    "innocence-of-father-brown": "stories",
    "this-side-of-paradise": "novels",
    "time-machine": "novels",
    "three-men-in-a-boat": "humor",
    "walden": "essay",
    "voyage-of-the-beagle": "science and travel",
    "devils-dictionary": "definitions",
    "leaves-of-grass": "verse",
    "midsummer-nights-dream": "play in verse",
    "mind-the-paint-girl": "plays",
    "pygmalion": "plays",
}


def named(folder):
    """Names and texts."""
    return [(path.stem, path.read_text()) for path in sorted(Path(folder).glob("*.txt"))]


def books(folder):
    return [text for _, text in named(folder)]


def split(text):
    cut = len(text) - len(text) // 20
    return text[:cut], text[cut:]
