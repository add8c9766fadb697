"""A character counter of order n, for comparison: interpolated Witten-Bell smoothing.

After a context h that occurred n(h) times with t(h) different successors,

    p(c | h) = (n(h, c) + t(h) p(c | h without its first character)) / (n(h) + t(h)),

down to the uniform distribution over 256 bytes, so that nothing is impossible. It counts the training split only and learns
nothing from the text that it reads. As for the transformer, every text follows a line break.
"""
import math
from collections import Counter


class CharacterCounter:
    def __init__(self, texts, order=5):
        self.order = order
        self.pairs, self.total, self.distinct = Counter(), Counter(), Counter()
        for text in texts:
            text = "\n" + text
            for length in range(1, order + 2):
                self.pairs.update(text[i : i + length] for i in range(len(text) - length + 1))
        for gram, count in self.pairs.items():
            self.total[gram[:-1]] += count
            self.distinct[gram[:-1]] += 1

    def probability(self, context, character):
        p = 1 / 256
        for length in range(min(self.order, len(context)) + 1):
            h = context[len(context) - length :]
            n, t = self.total[h], self.distinct[h]
            if n == 0:
                break
            p = (self.pairs[h + character] + t * p) / (n + t)
        return p

    def bits(self, text):
        text = "\n" + text
        return -sum(
            math.log2(self.probability(text[max(0, i - self.order) : i], text[i])) for i in range(1, len(text))
        )
