"""The corpus: every *.txt of a folder; the last 5 % of each book's characters is the validation split."""
import re
from pathlib import Path


def books(folder):
    return [path.read_text() for path in sorted(Path(folder).glob("*.txt"))]


def split(text):
    cut = len(text) - len(text) // 20
    return text[:cut], text[cut:]


def typographic(text):
    """The same text with curly quotes, dashes and ellipses, as readers' texts have them."""
    text = text.replace("...", "\u2026").replace("--", "\u2014")
    text = re.sub(r'(^|[\s(\u2014])"', "\\1\u201c", text, flags=re.M).replace('"', "\u201d")
    return re.sub(r"(^|[\s(\u2014\u201c])'", "\\1\u2018", text, flags=re.M).replace("'", "\u2019")
