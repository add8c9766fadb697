"""The most that one thread of this processor multiplies with NumPy, in float32: GF/s, the best of half a second."""
import os

for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ[name] = "1"
import time

import numpy as np

n = 1024
a, b = (np.random.default_rng(seed).random((n, n), dtype=np.float32) for seed in (1, 2))
a @ b
best, until = np.inf, time.perf_counter() + 0.5
while time.perf_counter() < until:
    begun = time.perf_counter()
    a @ b
    best = min(best, time.perf_counter() - begun)
print(2 * n**3 / best / 1e9, np.__version__)
