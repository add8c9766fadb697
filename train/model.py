"""A decoder-only transformer: pre-norm, causal, learned positions, GELU (tanh form), tied head, no biases.

`src/model/plain.ts` and `src/model/tensorflow.ts` compute the same function. Shapes: B batch, T tokens, d width,
H heads, V vocabulary.
"""
import math
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F


@dataclass
class Config:
    vocabulary: int = 1024
    context: int = 256
    width: int = 176
    layers: int = 4
    heads: int = 4
    dropout: float = 0.0


class Norm(nn.Module):
    """LayerNorm with a gain and no bias; epsilon 1e-5 under the square root."""

    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return F.layer_norm(x, x.shape[-1:], self.gain, None, 1e-5)


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads, self.dropout = c.heads, nn.Dropout(c.dropout)
        self.norm1, self.norm2 = Norm(c.width), Norm(c.width)
        self.qkv = nn.Linear(c.width, 3 * c.width, bias=False)
        self.out = nn.Linear(c.width, c.width, bias=False)
        self.up = nn.Linear(c.width, 4 * c.width, bias=False)
        self.down = nn.Linear(4 * c.width, c.width, bias=False)

    def attention(self, x, mask):
        B, T, d = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)  # each [B,H,T,d/H]
        if hasattr(F, "scaled_dot_product_attention"):  # PyTorch 2 computes the same in one pass, three times as fast
            mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        else:
            scores = q @ k.transpose(-2, -1) / math.sqrt(d // self.heads) + mask[:T, :T]  # [B,H,T,T]
            mixed = scores.softmax(-1) @ v
        return self.out(mixed.transpose(1, 2).reshape(B, T, d))

    def forward(self, x, mask):
        x = x + self.dropout(self.attention(self.norm1(x), mask))
        return x + self.dropout(self.down(F.gelu(self.up(self.norm2(x)), approximate="tanh")))


class Transformer(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.token = nn.Parameter(torch.randn(config.vocabulary, config.width) * 0.02)
        self.position = nn.Parameter(torch.randn(config.context, config.width) * 0.02)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.layers))
        self.norm = Norm(config.width)
        self.dropout = nn.Dropout(config.dropout)
        # An additive mask of -1e4, not -inf: the same constant as in the browser, where half precision overflows.
        self.register_buffer("mask", torch.full((config.context,) * 2, -1e4).triu(1), persistent=False)
        for block in self.blocks:
            for linear in (block.out, block.down):
                nn.init.normal_(linear.weight, std=0.02 / math.sqrt(2 * config.layers))
            for linear in (block.qkv, block.up):
                nn.init.normal_(linear.weight, std=0.02)

    def forward(self, ids):
        """ids [B,T] -> logits [B,T,V]"""
        return self.activations(ids)[-1]

    def activations(self, ids):
        """The embedding, the residual stream after every block, and the logits."""
        x = self.dropout(self.token[ids] + self.position[: ids.shape[1]])
        stages = [x]
        for block in self.blocks:
            x = block(x, self.mask)
            stages.append(x)
        stages.append(self.norm(x) @ self.token.T)
        return stages


def loss(model, ids):
    """Mean cross-entropy in nats of ids[:,1:] given what precedes."""
    logits = model(ids[:, :-1])
    return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), ids[:, 1:].reshape(-1))
