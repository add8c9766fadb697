"""The character tokenizer: a line break is token 0, the printable characters of ASCII are tokens 1 to 95, in their order."""

CHARACTERS = ["\n"] + [chr(code) for code in range(32, 127)]
NUMBER = {character: number for number, character in enumerate(CHARACTERS)}


def encode(text):
    """Characters that the vocabulary lacks are left out."""
    return [NUMBER[character] for character in text if character in NUMBER]
