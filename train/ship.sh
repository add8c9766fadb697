#!/bin/sh
# Everything that depends on the reader's weights, from a run: sh train/ship.sh BOOKS MORE RUN
# FIRST takes only so many characters of each validation text for the comparison of surfaces.
# Weights file, reference values for the tests, figures of the model card. PYTHON names a Python with PyTorch.
set -eu
python=${PYTHON:-python3}
here=$(dirname "$0")
root=$here/..
mkdir -p "$root/public/weights" "$root/fixtures/reader" "$root/docs/model-cards"
$python "$here/export.py" "$1" "$3" "$root/public/weights/reader.bin"
$python "$here/fixture.py" "$root/public/weights/reader.bin" "$root/fixtures/reader"
$python "$here/evaluate.py" "$1" "$2" "$root/public/weights/reader.bin" --report "$root/docs/model-cards/reader.json" ${FIRST:+--first "$FIRST"}
$python "$here/card.py" "$root/docs/model-cards/reader.md" "$root/docs/model-cards/reader.json"
