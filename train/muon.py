"""Muon (Jordan et al. 2024): momentum whose matrix is orthogonalised by a Newton-Schulz iteration before each step."""
import torch


def orthogonalise(g, steps=5):
    a, b, c = 3.4445, -4.7750, 2.0315  # quintic coefficients of the Muon paper
    x = g / (g.norm() + 1e-7)
    if transposed := x.shape[0] > x.shape[1]:
        x = x.T
    for _ in range(steps):
        s = x @ x.T
        x = a * x + (b * s + c * s @ s) @ x
    return x.T if transposed else x


class Muon(torch.optim.Optimizer):
    def __init__(self, parameters, lr=0.02, momentum=0.95, weight_decay=0.05):
        super().__init__(parameters, dict(lr=lr, momentum=momentum, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                if "momentum" not in state:
                    state["momentum"] = torch.zeros_like(p)
                m = state["momentum"].lerp_(p.grad, 1 - group["momentum"])
                # A stacked query-key-value matrix is three matrices, and each is orthogonalised by itself.
                update = p.grad.lerp(m, group["momentum"])
                parts = update.split(update.shape[1]) if update.shape[0] == 3 * update.shape[1] else [update]
                update = torch.cat([orthogonalise(part) * max(1, part.shape[0] / part.shape[1]) ** 0.5 for part in parts])
                p.mul_(1 - group["lr"] * group["weight_decay"]).add_(update, alpha=-group["lr"])
