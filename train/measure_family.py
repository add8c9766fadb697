"""What every block of the validation text costs the five shipped networks of the family: python3 train/measure_family.py CORPUS

Needs NumPy only. The last twentieth of each book is read as `evaluate.token_nats` reads it, in windows of 128 characters that start every
64, and cut into blocks of about 2,500 characters. Writes docs/model-cards/family-blocks.json: bits per character of each block for each
size. A standard error of a mean, or of a difference between two sizes, is that over the blocks.
"""
import argparse
import json
import struct
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent / ".."
CHARACTERS = ["\n"] + [chr(code) for code in range(32, 127)]
NUMBER = {character: number for number, character in enumerate(CHARACTERS)}
BLOCK = 2500


def network(path):
    """Sizes, and the tensors of the last network of a file, dequantized."""
    data = path.read_bytes()
    length = struct.unpack("<I", data[4:8])[0]
    header, payload = json.loads(data[8 : 8 + length]), data[8 + length :]
    last = f"{len(header['checkpoints']) - 1}/"
    arrays = {}
    for entry in header["tensors"]:
        if not entry["name"].startswith(last):
            continue
        take = lambda dtype, count, offset: np.frombuffer(payload, dtype, count, offset)
        array = take(entry["dtype"], int(np.prod(entry["shape"])), entry["offset"]).reshape(entry["shape"]).astype(np.float32)
        if "scales" in entry:
            array = array * take("float32", len(array), entry["scales"])[:, None]
        arrays[entry["name"][len(last) :]] = array
    return header["config"], arrays


def norm(x, gain):
    centered = x - x.mean(-1, keepdims=True)
    return centered / np.sqrt((centered**2).mean(-1, keepdims=True) + 1e-5) * gain


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def log_probabilities(config, w, ids):
    """[windows, places, vocabulary] for token numbers [windows, places]."""
    B, T = ids.shape
    d, H = config["width"], config["heads"]
    x = w["token"][ids] + w["position"][:T]
    mask = np.triu(np.full((T, T), -np.inf, np.float32), 1)
    for layer in range(config["layers"]):
        of = lambda name: w[f"blocks.{layer}.{name}"]
        q, k, v = (norm(x, of("norm1.gain")) @ of("qkv.weight").T).reshape(B, T, 3, H, d // H).transpose(2, 0, 3, 1, 4)
        mixed = softmax(q @ k.swapaxes(-1, -2) / np.float32(np.sqrt(d // H)) + mask) @ v
        x = x + mixed.transpose(0, 2, 1, 3).reshape(B, T, d) @ of("out.weight").T
        u = norm(x, of("norm2.gain")) @ of("up.weight").T
        u = 0.5 * u * (1 + np.tanh(np.float32(np.sqrt(2 / np.pi)) * (u + np.float32(0.044715) * u**3)))
        x = x + u @ of("down.weight").T
    logits = (norm(x, w["norm.gain"]) @ w["token"].T).astype(np.float64)
    top = logits.max(-1, keepdims=True)
    return logits - top - np.log(np.exp(logits - top).sum(-1, keepdims=True))


def token_bits(config, w, ids, batch=32):
    """Bits of ids[1:], each with at least half a context before it, but for the first ones."""
    T, stride, n = config["context"], config["context"] // 2, len(ids) - 1
    ids, starts, out = np.array(ids), [0], np.empty(n)
    while starts[-1] + T < n:
        starts.append(starts[-1] + stride)
    for first in range(0, len(starts), batch):
        group = starts[first : first + batch]
        x = np.zeros((len(group), T), int)
        for row, s in enumerate(group):
            x[row, : min(T, n - s)] = ids[s : min(s + T, n)]
        logp = log_probabilities(config, w, x)
        for row, s in enumerate(group):
            begin, end = (0 if s == 0 else s + T - stride), min(s + T, n)
            out[begin:end] = -logp[row, np.arange(begin - s, end - s), ids[begin + 1 : end + 1]]
    return out / np.log(2)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("corpus")
    books = [(path.stem, path.read_text()) for path in sorted(Path(a.parse_args().corpus).glob("*.txt"))]
    card = json.loads((ROOT / "docs/model-cards/family.json").read_text())
    parts, sizes = [], []
    for name, text in books:
        ids = [NUMBER[c] for c in "\n" + text[len(text) - len(text) // 20 :] if c in NUMBER]
        parts.append((name, ids, np.linspace(0, len(ids) - 1, round((len(ids) - 1) / BLOCK) + 1).astype(int)))
    for size in card["sizes"]:
        config, w = network(ROOT / f"public/weights/family/{size['name']}.bin")
        bits = [token_bits(config, w, ids) for _, ids, _ in parts]
        mean = np.concatenate(bits).mean()
        assert abs(mean - size["validationBitsPerCharacter"]) < 6e-4, (size["name"], mean)
        blocks = [round(float(b[i:j].mean()), 4) for b, (_, _, cuts) in zip(bits, parts) for i, j in zip(cuts, cuts[1:])]
        sizes.append(dict(name=size["name"], parameters=size["parameters"], bits=blocks))
        print(size["name"], mean, flush=True)
    blocks = [dict(book=name, characters=int(j - i)) for name, _, cuts in parts for i, j in zip(cuts, cuts[1:])]
    (ROOT / "docs/model-cards/family-blocks.json").write_text(json.dumps(dict(
        books=[name for name, _, _ in parts], blocksOfBooks=[len(cuts) - 1 for _, _, cuts in parts],
        characters=[block["characters"] for block in blocks], sizes=sizes)) + "\n")


if __name__ == "__main__":
    main()
