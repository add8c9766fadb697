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


def write(path, name, config, state, merges, card):
    payload, tensors = bytearray(), []

    def append(array):
        offset = len(payload)
        payload.extend(array.tobytes())
        payload.extend(b"\0" * (-len(payload) % 4))
        return offset

    def tensor(name, array, dtype, scales=None):
        entry = dict(name=name, shape=list(array.shape), dtype=dtype, offset=append(array.astype(dtype)))
        tensors.append(entry if scales is None else entry | dict(scales=append(scales)))

    tensor("merges", numpy.array(merges), "uint16")
    for key, value in state.items():
        value = value.float().numpy()
        if value.ndim == 2:
            tensor(key, *((lambda q, s: (q, "int8", s))(*quantize(value))))
        else:
            tensor(key, value, "float32")
    header = dict(name=name, config=config, card=card, tensors=tensors, bytes=len(payload),
                  sha256=hashlib.sha256(payload).hexdigest())
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    path.write_bytes(MAGIC + struct.pack("<I", len(text)) + text + payload)


def read(path):
    """The header, the model with the dequantized weights, and the tokenizer."""
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
    tokenizer = Tokenizer(arrays.pop("merges").tolist())
    model = Transformer(Config(**header["config"])).eval()
    model.load_state_dict({name: torch.tensor(array) for name, array in arrays.items()})
    return header, model, tokenizer
