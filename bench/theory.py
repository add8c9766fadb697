"""The work of bench/theory.ts in plain NumPy: python3 bench/theory.py [--json]

Needs Python 3.9 or newer with NumPy: `pip install numpy`, on Debian and Ubuntu `apt-get install python3-numpy`.
Names, sizes and numbers are those of bench/theory.ts, which runs this script itself and compares.
"""

import json
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit("NumPy is missing: pip install numpy, or on Debian and Ubuntu apt-get install python3-numpy")

ROUNDS = 200


def entropy(p):
    p = p[p > 0]
    return -np.sum(p * np.log(p))


def mutual_information(joint):
    product = np.outer(joint.sum(1), joint.sum(0))
    kept = joint > 0
    return np.sum(joint[kept] * np.log(joint[kept] / product[kept]))


def near(n):
    i = np.arange(n)
    return 1 / (1 + np.abs(i[:, None] - i))


def normalized(table):
    return table / table.sum()


def channel(n):
    i, j = np.indices((n, n))
    weights = 1 + (7 * i + 3 * j) % 5 + n * (i == j)
    return weights / weights.sum(1, keepdims=True)


def harmonic(n):
    p = 1 / np.arange(1, n + 1)
    return p / p.sum()


def of_entropy(n):
    p = harmonic(n)
    return lambda: entropy(p)


def of_mutual_information(n):
    joint = normalized(near(n))
    return lambda: mutual_information(joint)


def of_distance_correlation(n):
    joint = normalized(near(n))
    u = np.arange(n) / (n - 1)
    distance = np.abs(u[:, None] - u)

    def covariance(p):
        excess = p - np.outer(p.sum(1), p.sum(0))
        return np.sum((distance @ excess @ distance) * excess)

    def call():
        own = covariance(np.diag(joint.sum(1))) * covariance(np.diag(joint.sum(0)))
        return np.sqrt(covariance(joint) / np.sqrt(own))

    return call


def of_words(n):
    chains = np.array([[[1 - p, p], [0.3, 0.7]] for p in (0.1, 0.4)])

    def statistics(shares):
        """shares[word, chain]; the last symbol of a word is its lowest bit."""
        total = shares.sum(1)
        posterior = shares / total[:, None]
        rows = chains[:, np.arange(len(shares)) % 2].transpose(1, 0, 2)
        mean = np.einsum("wj,wjy->wy", posterior, rows)
        excess = np.einsum("wj,wjy->", shares, rows * np.log(rows / mean[:, None]))
        distance = np.abs(rows - mean[:, None]).sum(2) / 2
        return {
            "word": -np.sum(total * np.log(total)),
            "chain": -np.sum(shares * np.log(posterior)),
            "excess": excess,
            "bound": 2 * np.log(2) * np.sum(np.sqrt(shares[:, 0] * shares[:, 1])),
            "error": np.sum(shares.min(1)),
            "posterior": (shares * posterior).sum(0),
            "gap": ((shares * distance).sum(0), distance.min(0), distance.max(0)),
        }

    def call():
        shares = np.full((2, 2), 0.25)
        for length in range(1, n.bit_length()):
            if length > 1:
                rows = chains[:, np.arange(len(shares)) % 2].transpose(1, 2, 0)
                shares = (shares[:, None, :] * rows).reshape(-1, 2)
            found = statistics(shares)
        return found["chain"]

    return call


def blahut_arimoto(rows):
    logs = np.where(rows > 0, np.log(np.where(rows > 0, rows, 1)), 0)
    p = np.full(len(rows), 1 / len(rows))

    def divergences(p):
        return np.sum(rows * (logs - np.log(p @ rows)), axis=1)

    d = divergences(p)
    for _ in range(ROUNDS):
        p = p * np.exp(d - d.max())
        p /= p.sum()
        d = divergences(p)
    return p @ d


def of_capacity(n):
    rows = channel(n)
    return lambda: blahut_arimoto(rows)


def of_redundancy(n):
    binomial = np.cumprod(np.concatenate([[1.0], (n - np.arange(n)) / np.arange(1, n + 1)]))
    theta, k = np.arange(401)[:, None] / 400, np.arange(n + 1)
    rows = binomial * theta**k * (1 - theta) ** (n - k)
    return lambda: blahut_arimoto(rows)


def of_rate_distortion(n):
    p = harmonic(n)
    i = np.arange(n)
    distortion = np.abs(i[:, None] - i).astype(float)

    def call():
        factor = np.exp(-distortion)
        output = np.full(n, 1 / n)
        for done in range(ROUNDS + 1):
            z = factor @ output
            growth = (p / z) @ factor
            if done < ROUNDS:
                output = output * growth
                output /= output.sum()
        reproduction = factor * output / z[:, None]
        mean = p @ np.sum(reproduction * distortion, axis=1)
        return -mean - p @ np.log(z) - np.sum(output * growth * np.log(growth))

    return call


def of_bottleneck(n):
    joint = normalized(channel(n))
    start = near(n) / near(n).sum(1, keepdims=True)
    px = joint.sum(1)
    given = joint / px[:, None]

    def call():
        encoder = start
        for _ in range(ROUNDS):
            weights = px @ encoder
            laws = (px[:, None] * encoder).T @ given / weights[:, None]
            energies = 5 * np.sum(given[:, None] * np.log(given[:, None] / laws), axis=2)
            encoder = weights * np.exp(energies.min(1, keepdims=True) - energies)
            encoder /= encoder.sum(1, keepdims=True)
        weights = px @ encoder
        laws = (px[:, None] * encoder).T @ given
        return mutual_information(px[:, None] * encoder) - 5 * mutual_information(laws)

    return call


def of_ksg(n, k=3):
    i = np.arange(1, n + 1)
    x = i * np.sqrt(2) % 1
    y = x + 0.5 * (i * np.sqrt(3) % 1)
    # Of whole numbers: digamma(m) = H_{m-1} − γ.
    digamma = np.concatenate([[np.nan], np.cumsum(np.concatenate([[0], 1 / i])) - np.euler_gamma])

    def call():
        dx, dy = np.abs(x[:, None] - x), np.abs(y[:, None] - y)
        far = np.maximum(dx, dy)
        np.fill_diagonal(far, np.inf)
        reach = np.partition(far, k - 1, axis=1)[:, k - 1 : k]
        # A point is nearer to itself than its neighbors are: the count is one more than the others.
        return digamma[k] + digamma[n] - np.mean(digamma[(dx < reach).sum(1)] + digamma[(dy < reach).sum(1)])

    return call


WORKS = [
    ("entropy of n probabilities", [64, 1024, 16384], of_entropy),
    ("mutual information of an n × n table", [2, 8, 32, 128], of_mutual_information),
    ("distance correlation of an n × n table", [2, 4, 8, 16], of_distance_correlation),
    ("the n words of one length under two chains", [16, 256, 4096, 65536], of_words),
    (f"capacity of an n × n channel, {ROUNDS} rounds of Blahut and Arimoto", [2, 6, 18], of_capacity),
    (f"redundancy of n tosses on 401 biases, {ROUNDS} rounds of Blahut and Arimoto", [4, 16, 64], of_redundancy),
    (f"rate–distortion of n symbols, {ROUNDS} rounds", [2, 6, 18], of_rate_distortion),
    (f"bottleneck of an n × n table, {ROUNDS} rounds", [2, 6, 18], of_bottleneck),
    ("KSG estimate from n pairs", [100, 200, 400], of_ksg),
]


def milliseconds(call):
    """Of one call: the median of 7 rounds, each as many calls as take 20 ms, after as much to warm up."""

    def round_of(calls):
        begun = time.perf_counter()
        for _ in range(calls):
            call()
        return 1000 * (time.perf_counter() - begun)

    calls = 1
    while round_of(calls) < 20:
        calls *= 2
    return sorted(round_of(calls) / calls for _ in range(7))[3]


def main():
    found = {}
    for name, sizes, prepare in WORKS:
        found[name] = {}
        for size in sizes:
            call = prepare(size)
            found[name][size] = {"value": float(call()), "milliseconds": milliseconds(call)}
    if "--json" in sys.argv:
        print(json.dumps(found))
        return
    for name, rows in found.items():
        print(f"\n{name}\n        n        ms   × first")
        first = next(iter(rows.values()))["milliseconds"]
        for size, row in rows.items():
            print(f"{size:9} {row['milliseconds']:9.3g} {row['milliseconds'] / first:9.3g}")


main()
