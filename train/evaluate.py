"""Bits per character by windows with half-context stride.

Each text is read as if it followed a line break. Windows start every context/2 tokens; a window scores the tokens that the
one before it did not, so that every token but the first half-context's has at least half a context before it.
"""
import math

import torch
from torch.nn import functional as F


@torch.no_grad()
def token_nats(model, ids, batch=16):
    """ids: token list, the first of which is context only. Returns the surprisal of ids[1:], in nats, float64."""
    T, stride = model.config.context, model.config.context // 2
    ids = torch.tensor(ids)
    n = len(ids) - 1
    starts = [0]
    while starts[-1] + T < n:
        starts.append(starts[-1] + stride)
    out = torch.empty(n, dtype=torch.float64)
    for first in range(0, len(starts), batch):
        group = starts[first : first + batch]
        x = torch.zeros(len(group), T, dtype=torch.long)
        for row, s in enumerate(group):
            x[row, : min(T, n - s)] = ids[s : min(s + T, n)]
        logp = F.log_softmax(model(x).double(), -1)
        for row, s in enumerate(group):
            end = min(s + T, n)
            begin = 0 if s == 0 else s + T - stride
            out[begin:end] = -logp[row, torch.arange(begin - s, end - s), ids[begin + 1 : end + 1]]
    return out


def bits_per_character(model, tokenizer, texts):
    """Total bits over total characters."""
    nats = sum(float(token_nats(model, tokenizer.encode("\n" + text)).sum()) for text in texts)
    return nats / math.log(2) / sum(len(text) for text in texts)
