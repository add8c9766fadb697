"""The weights file: magic, header length, JSON header, payload.

    bytes 0-3   BPT1
    bytes 4-7   length of the header, uint32, little endian; the header is padded with spaces so that the payload is aligned
    header      {name, config, card, tensors: [{name, shape, dtype, offset, scales?}], bytes, sha256}
    payload     `bytes` bytes, whose SHA-256 is `sha256`; every offset counts from its start and is a multiple of 4

A matrix is stored as int8 rows with one float32 scale each (at offset `scales`): weight = integer * scale, in float32.
Gains are float32. The tokenizer's merges are a uint16 tensor of shape [merges, 2]: the checksum covers them too.
`src/model/weights.ts` reads the same format.
"""
import hashlib
import json
import struct

import numpy
import torch

from model import Config, Transformer
from tokenizer import Tokenizer

MAGIC = b"BPT1"


def quantize(matrix, candidates=numpy.linspace(0.5, 1, 51)):
    """int8 rows and a float32 scale per row: of the candidate shares of the row's maximum, the one with the least squared error."""
    largest = numpy.maximum(numpy.abs(matrix).max(1), 1e-12)
    best = numpy.full(len(matrix), numpy.inf)
    integers, scales = numpy.zeros(matrix.shape, numpy.int8), numpy.zeros(len(matrix), numpy.float32)
    for share in candidates:
        scale = (largest * share / 127).astype(numpy.float32)
        rounded = numpy.clip(numpy.rint(matrix / scale[:, None]), -127, 127)
        error = ((rounded * scale[:, None] - matrix) ** 2).sum(1)
        better = error < best
        best[better], scales[better], integers[better] = error[better], scale[better], rounded[better]
    return integers, scales


class TensorFile:
    """Collects tensors, then writes the file."""

    def __init__(self):
        self.payload, self.tensors = bytearray(), []

    def _append(self, array):
        offset = len(self.payload)
        self.payload.extend(array.tobytes())
        self.payload.extend(b"\0" * (-len(self.payload) % 4))
        return offset

    def add(self, name, array, dtype):
        """A tensor as it is, or (int8) a matrix with a scale for each row."""
        entry = dict(name=name, shape=list(array.shape), dtype=dtype)
        if dtype == "int8":
            array, scales = quantize(array)
            entry |= dict(offset=self._append(array), scales=self._append(scales))
        else:
            entry |= dict(offset=self._append(array.astype(dtype)))
        self.tensors.append(entry)

    def add_state(self, state, prefix=""):
        """The tensors of a model: its matrices as int8, its gains as float32."""
        for key, value in state.items():
            value = value.float().numpy()
            self.add(prefix + key, value, "int8" if value.ndim == 2 else "float32")

    def write(self, path, **header):
        header |= dict(tensors=self.tensors, bytes=len(self.payload), sha256=hashlib.sha256(self.payload).hexdigest())
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        path.write_bytes(MAGIC + struct.pack("<I", len(text)) + text + self.payload)


def write(path, name, config, state, merges, card):
    file = TensorFile()
    file.add("merges", numpy.array(merges), "uint16")
    file.add_state(state)
    file.write(path, name=name, config=config, card=card)


def read_arrays(path):
    """The header, and every tensor by its name, dequantized."""
    data = path.read_bytes()
    assert data[:4] == MAGIC, f"{path} is no weights file"
    length = struct.unpack("<I", data[4:8])[0]
    header = json.loads(data[8 : 8 + length])
    payload = data[8 + length :]
    assert hashlib.sha256(payload).hexdigest() == header["sha256"], f"{path} does not match its checksum"
    arrays = {}
    for entry in header["tensors"]:
        take = lambda dtype, count, offset: numpy.frombuffer(payload, dtype, count, offset)
        array = take(entry["dtype"], int(numpy.prod(entry["shape"])), entry["offset"]).reshape(entry["shape"])
        if "scales" in entry:
            array = array.astype(numpy.float32) * take("float32", len(array), entry["scales"])[:, None]
        arrays[entry["name"]] = array
    return header, arrays


def read(path):
    """The header, the model with the dequantized weights, and the tokenizer."""
    header, arrays = read_arrays(path)
    tokenizer = Tokenizer(arrays.pop("merges").tolist())
    model = Transformer(Config(**header["config"])).eval()
    model.load_state_dict({name: torch.tensor(array) for name, array in arrays.items()})
    return header, model, tokenizer
