"""A decoder-only transformer: pre-norm, causal, GELU (tanh form), tied head, no biases. Positions are learned vectors, if not said otherwise.

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
    # learned: a vector for each place. sinusoidal: the waves of Vaswani et al. (2017), all times one learned number. rotary: queries and
    # keys are turned by their place (Su et al. 2021). none: nothing but the causal mask.
    positions: str = "learned"


def waves(context, width):
    """Sines and cosines [context, width / 2] of place times frequency, the frequencies falling from 1 to nearly 1 / 10000."""
    angles = torch.arange(context)[:, None] * 10000.0 ** (-torch.arange(0, width, 2) / width)
    return angles.sin(), angles.cos()


def turned(x, sines, cosines):
    """Each pair (i, i + d/2) of x [..., T, d] turned by its angle [T, d/2]."""
    a, b = x.chunk(2, -1)
    return torch.cat((a * cosines - b * sines, a * sines + b * cosines), -1)


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
        if c.positions == "rotary":
            for name, value in zip(("sines", "cosines"), waves(c.context, c.width // c.heads)):
                self.register_buffer(name, value, persistent=False)

    def attention(self, x, mask):
        B, T, d = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)  # each [B,H,T,d/H]
        if hasattr(self, "sines"):
            q, k = (turned(each, self.sines[:T], self.cosines[:T]) for each in (q, k))
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
        if config.positions == "learned":
            self.position = nn.Parameter(torch.randn(config.context, config.width) * 0.02)
        if config.positions == "sinusoidal":
            # As large at the beginning as learned positions are.
            self.amplitude = nn.Parameter(torch.tensor(0.02 * math.sqrt(2)))
            self.register_buffer("waves", torch.cat(waves(config.context, config.width), -1), persistent=False)
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
        x = self.token[ids]
        if self.config.positions == "learned":
            x = x + self.position[: ids.shape[1]]
        if self.config.positions == "sinusoidal":
            x = x + self.amplitude * self.waves[: ids.shape[1]]
        x = self.dropout(x)
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
