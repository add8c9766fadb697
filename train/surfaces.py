"""Surfaces: the same text as other editions and keyboards have it.

`surface(text, rng)` draws one at random, for training; `NAMED` has those on which the reader is measured, each by itself. The
plain surface is that of the corpus: a paragraph is a line, verse keeps its lines, quotes are straight, a dash is two hyphens.
"""
import re

QUOTES = {
    "curly": ("\u201c", "\u201d", "\u2018", "\u2019"),
    "backtick": ("``", "''", "`", "'"),
}
DASHES = [" -- ", "\u2014", " \u2014 ", "\u2013", " \u2013 ", " - ", "---"]


def quoted(text, kind):
    """Straight quotes as another kind has them; an apostrophe is a closing single quote."""
    open2, close2, open1, close1 = QUOTES[kind]
    text = re.sub(r'(^|[\s(\[\u2013\u2014-])"', lambda m: m[1] + open2, text, flags=re.M).replace('"', close2)
    opening = re.compile(r"(^|[\s(\[\u2013\u2014\u201c-]|``)'", re.M)
    return opening.sub(lambda m: m[1] + open1, text).replace("'", close1) if close1 != "'" else opening.sub(lambda m: m[1] + open1, text)


def dashed(text, dash):
    return re.sub(r" ?(?<!-)--(?!-) ?", dash, text)


def spaced(text):
    """Two spaces after a sentence."""
    return re.sub(r"([.!?][\"')\u2019\u201d]*) (?=[\"'(\u2018\u201c`]*[A-Z])", r"\1  ", text)


def wrapped(line, width, first=""):
    """A line broken at spaces into lines of at most `width` characters, as far as words allow; double spaces survive inside."""
    lines, now = [], first
    for word in line.split(" "):
        if now.strip() and len(now) + 1 + len(word) > width:
            lines.append(now.rstrip())
            now = word
        else:
            now = now + (" " if now.strip() or (now and not now.isspace()) else "") + word
    return "\n".join(lines + [now.rstrip()])


def paragraphs(text, apart=True, width=None, first=""):
    """Every line is a paragraph: wrapped, indented at its beginning, and, in prose, apart from the next by an empty line.

    Prose has long lines. Verse has short ones, which no edition sets apart from each other.
    """

    def shown(line):
        own = first + line[: len(line) - len(line.lstrip(" "))]
        return wrapped(line.lstrip(" "), width, own) if width and len(line) > width else first + line if line else line

    is_prose = len(text) > 110 * (text.count("\n") + 1)
    return ("\n\n" if apart and is_prose else "\n").join(map(shown, text.split("\n")))


def shouted(text):
    """Short lines that end without a stop, as headings do, in capitals."""
    return "\n".join(line.upper() if 0 < len(line) < 60 and line[-1].isalpha() and line[0].isupper() else line for line in text.split("\n"))


def speeches(text, form):
    """Names of speakers ("NAME. Words" or "NAME [aside] Words" at the beginning of a line) as other plays print them."""
    shape = {"colon": lambda n: f"{n.title()}: ", "capitals": lambda n: f"{n}: ", "line": lambda n: f"{n}.\n"}[form]
    return re.sub(r"^([A-Z][A-Z .]{2,24}[A-Z])[.:] ?\n?(?=\S)", lambda m: shape(m[1]), text, flags=re.M)


NAMED = {
    "plain": lambda t: t,
    "blank lines between paragraphs": lambda t: paragraphs(t),
    "curly quotes": lambda t: quoted(t, "curly"),
    "curly quotes and long dashes": lambda t: quoted(dashed(t, "\u2014").replace("...", "\u2026"), "curly"),
    "backtick quotes": lambda t: quoted(t, "backtick"),
    "spaced dashes": lambda t: dashed(t, " \u2013 "),
    "two spaces after a sentence": spaced,
    "wrapped at 70": lambda t: paragraphs(t, width=70),
    "wrapped at 70, no blank lines": lambda t: paragraphs(t, False, 70),
    "wrapped at 62, indented": lambda t: paragraphs(t, False, 62, "   "),
    "wrapped, two spaces, backticks": lambda t: paragraphs(spaced(quoted(t, "backtick")), width=70),
    "wrapped, curly, long dashes": lambda t: paragraphs(quoted(dashed(t, "\u2014"), "curly"), width=76),
    "indented lines": lambda t: paragraphs(t, False, first="    "),
    "headings in capitals": shouted,
    "speakers before a colon": lambda t: speeches(t, "colon"),
    "speakers on lines of their own": lambda t: speeches(t, "line"),
}


def surface(text, rng, plain=0.45):
    """A random surface of a stretch of text."""
    if rng.random() < plain:
        return text
    u = rng.random(8)
    if u[0] < 0.12:
        text = shouted(text)
    if u[1] < 0.2:
        text = speeches(text, ("colon", "capitals", "line")[int(rng.integers(3))])
    if u[2] < 0.4:
        text = dashed(text, DASHES[int(rng.integers(len(DASHES)))])
    if u[3] < 0.15:
        text = text.replace("...", "\u2026")
    if u[4] < 0.35:
        text = quoted(text, "curly")
    elif u[4] < 0.5:
        text = quoted(text, "backtick")
    if u[5] < 0.25:
        text = spaced(text)
    width = int(rng.integers(58, 82)) if u[7] < 0.55 else None
    first = " " * int(rng.integers(1, 7)) if rng.random() < 0.12 else ""
    return paragraphs(text, u[6] < 0.55, width, first)
