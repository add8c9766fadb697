"""Byte-pair encoding over UTF-8 bytes: 256 byte tokens, then one token for every merge, in order.

Text is first cut into pieces (a word with the space before it, a digit, a run of punctuation, a space, a line
break), so that no token crosses a word boundary. Every text has an encoding: a byte that no merge covers stays a
byte token. `src/sim/tokenizer.ts` is the same algorithm; `fixtures/reader` ties the two together.
"""
import re
from collections import Counter, defaultdict

PIECE = re.compile(r" ?[A-Za-z]+(?:'[a-z]+)?| ?[0-9]| ?[^A-Za-z0-9 \n]{1,16}| |\n")

# Typographic punctuation does not occur in the corpus (it is ASCII), but in readers' texts it is everywhere:
# “ ” ‘ ’ — … are given tokens of their own. All begin with the bytes E2 80.
TYPOGRAPHIC = [0x9C, 0x9D, 0x98, 0x99, 0x94, 0xA6]


def merge_piece(ids, pair, new):
    out, i = [], 0
    while i < len(ids):
        if i + 1 < len(ids) and (ids[i], ids[i + 1]) == pair:
            out.append(new)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out


def learn_merges(text, vocabulary):
    """Greedy BPE: merge the most frequent adjacent pair (the lowest pair on a tie) until `vocabulary` tokens."""
    merges = [(0xE2, 0x80)]
    merges += [(256, last) for last in TYPOGRAPHIC]
    counts = Counter(PIECE.findall(text))
    pieces = [list(piece.encode()) for piece in counts]
    weight = list(counts.values())
    pairs, where = Counter(), defaultdict(set)
    for index, ids in enumerate(pieces):
        for pair in zip(ids, ids[1:]):
            pairs[pair] += weight[index]
            where[pair].add(index)
    while 256 + len(merges) < vocabulary:
        pair = min(pairs, key=lambda p: (-pairs[p], p))
        new = 256 + len(merges)
        merges.append(pair)
        for index in list(where[pair]):
            for old in zip(pieces[index], pieces[index][1:]):
                pairs[old] -= weight[index]
                where[old].discard(index)
            pieces[index] = merge_piece(pieces[index], pair, new)
            for fresh in zip(pieces[index], pieces[index][1:]):
                pairs[fresh] += weight[index]
                where[fresh].add(index)
        del pairs[pair]
    return merges


class Tokenizer:
    def __init__(self, merges):
        self.merges = [tuple(pair) for pair in merges]
        self.rank = {pair: i for i, pair in enumerate(self.merges)}
        self.bytes = [bytes([b]) for b in range(256)]
        for left, right in self.merges:
            self.bytes.append(self.bytes[left] + self.bytes[right])
        self.cache = {}

    def encode(self, text):
        out = []
        for piece in PIECE.findall(text):
            if piece not in self.cache:
                self.cache[piece] = self._encode_piece(piece)
            out += self.cache[piece]
        return out

    def _encode_piece(self, piece):
        ids = list(piece.encode())
        while len(ids) > 1:
            pair = min(zip(ids, ids[1:]), key=lambda p: self.rank.get(p, len(self.rank)))
            if pair not in self.rank:
                break
            ids = merge_piece(ids, pair, 256 + self.rank[pair])
        return ids

    def decode(self, ids):
        return b"".join(self.bytes[i] for i in ids).decode(errors="replace")
