"""Writes the trained network as the files that ship: ``python training/export.py --trained FOLDER --to FOLDER``.

The layers' matrices are stored in 8 bits, one scale a row; the word embeddings stay in the 4 bits that they came in.
Says how far the written network's answers lie from the trained one's.
"""

from __future__ import annotations

import argparse
import copy
import datetime as dt
import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.quant_utils import ONNX_INT_TYPE_REDUCED_RANGE

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import data
import measure
import network as net
import train
from sklearn.isotonic import IsotonicRegression
from tokenizers import Tokenizer

from counterclaim.language.trained import decode
from counterclaim.language.trained.files import session
from counterclaim.language.trained.network import Floats, Network, scores
from counterclaim.language.trained.tagger import raw_confidence
from counterclaim.settings import LANGUAGES

RANGE = 75
PARITY = HERE.parent / "tests" / "language" / "trained_parity.json"


def load(folder: Path) -> net.Network:
    """The trained network, in 32 bits."""
    state = torch.load(folder / "network.pt", weights_only=True)
    words = net.FourBit(state["words.packed"].numpy(), state["words.scales"].numpy())
    depth = 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))
    model = net.Network(words, len(state["positions"]), depth)
    model.load_state_dict(state)
    return model.eval()


def write_onnx(model: net.Network, path: Path) -> None:
    """The network for one text at a time, of any number of pieces, its layers made fit for 8 bits."""
    model = copy.deepcopy(model)
    for layer in model.layers:
        layer.even()

    class One(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = model

        def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
            return tuple(x[0] for x in self.inner(ids[None]))

    torch.onnx.export(
        One(),
        (torch.arange(4, 24),),
        str(path),
        input_names=["ids"],
        output_names=["scores", "query", "key"],
        dynamic_axes={"ids": {0: "pieces"}, **{n: {0: "pieces"} for n in ("scores", "query", "key")}},
        opset_version=17,
        dynamo=False,
    )


def shrink(source: Path, target: Path) -> None:
    """8 bits for the matrices of the layers, ±75 of ±127 used: processors without instructions for products of bytes
    add two of them in 16 bits, and with the whole range these overflow (0.01 % of the sums, 3 % of the tags; with ±75
    none did, and the tags are those of 32 bits as often as with ±127). The heads stay as they are.
    """
    ONNX_INT_TYPE_REDUCED_RANGE[onnx.TensorProto.INT8] = (np.array(-RANGE, np.int8), np.array(RANGE, np.int8))
    graph = onnx.load(source)
    keep = [n.name for n in graph.graph.node if n.op_type == "MatMul" and "layers" not in n.name]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=keep,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def kept_back(args: argparse.Namespace) -> list[train.Read]:
    """What training did not see: our own material and, where it was learnt from, PolNeAR's."""
    found = list(data.own(HERE / "corpus"))
    if args.corpora is not None:
        found += data.polnear(args.corpora / "attribution" / "train")
    tokenizer = Tokenizer.from_file(str(args.trained / "tokenizer.json"))
    return [train.read(e, tokenizer) for e in found if data.is_kept_back(e)]


def curve(run: Network, moves: dict[str, Floats], texts: list[train.Read]) -> list[tuple[float, float]]:
    """Raw confidence to the share of attributions that are right (content and source), by isotonic regression."""
    raw, right = [], []
    for text in texts:
        ends, sentence = measure.bounds(text)
        made = decode.attributions(scores(text.pieces, measure.starts(text), run), ends, moves, sentence)
        hits = measure.hits(text, made)
        raw += [raw_confidence(m) for m in made if m.content]
        right += [float(h) for m, h in zip(made, hits, strict=True) if m.content]
    fitted = IsotonicRegression(y_min=0.02, y_max=0.98, out_of_bounds="clip").fit(raw, right)
    points = np.unique(np.concatenate([[0.0], np.quantile(raw, np.linspace(0, 1, 21)), [1.0]]))
    return [(round(float(x), 4), round(float(y), 4)) for x, y in zip(points, fitted.predict(points), strict=True)]


def write_parity(run: Network, texts: list[train.Read]) -> None:
    """The tags that the trained network gives to two kept-back reports of each language, with the pieces at which their
    sentences begin, for a test of what ships.
    """
    out: dict[str, dict[str, list[int]]] = {}
    for language in LANGUAGES:
        own = [t for t in texts if t.example.corpus == "own" and t.example.language == language]
        for text in own[:2]:
            starts = measure.starts(text)
            tags = scores(text.pieces, starts, run).head("outer").argmax(1).tolist()
            out[text.example.id] = {"starts": starts, "tags": tags}
    PARITY.write_text(json.dumps(out) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, help="the corpora of training, where others than our own were used")
    parser.add_argument("--parity", action="store_true", help=f"write {PARITY.name} for the tests")
    parser.add_argument("--version", required=True, help="the model's version, such as 1")
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    model = load(args.trained)
    whole = args.trained / "network.onnx"
    write_onnx(model, whole)
    shrink(whole, args.to / "network.onnx")
    shutil.copy(args.trained / "tokenizer.json", args.to / "tokenizer.json")
    moves = {n: np.round(m, 4) for n, m in measure.moves_of(model).items()}
    texts = kept_back(args)
    run = session((args.to / "network.onnx").read_bytes())
    settings = {
        "version": args.version,
        "made": dt.date.today().isoformat(),
        "network": hashlib.sha256((args.to / "network.onnx").read_bytes()).hexdigest(),
        "languages": list(LANGUAGES),
        "moves": {n: m.tolist() for n, m in moves.items()},
        "curve": curve(run, moves, texts),
    }
    (args.to / "settings.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")
    print({p.name: p.stat().st_size for p in sorted(args.to.iterdir())})
    if args.parity:
        write_parity(measure.runner(model), texts)
    for name, network in (("trained", measure.runner(model)), ("shipped", run)):
        print(name, json.dumps(measure.of_network(network, moves, texts)))


if __name__ == "__main__":
    main()
