"""The model's files: read once, when the first text is tagged. Nothing is fetched."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.errors import CounterclaimError
from counterclaim.language.trained.decode import allowed
from counterclaim.language.trained.network import Floats, Network
from counterclaim.language.trained.pieces import Ids, Splitter

_FOLDER = ("data", "tagger")


class ModelError(CounterclaimError):
    """The tagger's model is missing, or not the one that its settings name."""


@dataclass(frozen=True, slots=True)
class Model:
    """What a trained tagger runs on. ``curve`` turns an attribution's raw probability into the share that is right
    among those of its kind: rising points (raw, share), between which lines are drawn.
    """

    tokenizer: Splitter
    network: Network
    moves: dict[str, Floats]
    languages: tuple[str, ...]
    version: str
    curve: tuple[tuple[float, float], ...]


@cache
def shipped(threads: int = 1) -> Model:
    """The model of the package. ``ModelError`` where its files are missing or damaged."""
    with as_file(files("counterclaim").joinpath(*_FOLDER)) as folder:
        return load(folder, threads)


def load(folder: Path, threads: int = 1) -> Model:
    """Reads ``network.onnx``, ``tokenizer.json`` and ``settings.json``."""
    from tokenizers import Tokenizer

    try:
        settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        raw = (folder / "network.onnx").read_bytes()
        splitter: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the tokenizer library raises bare exceptions
        raise ModelError(f"{folder}: the tagger's model cannot be read ({error})") from error
    if hashlib.sha256(raw).hexdigest() != settings["network"]:
        raise ModelError(f"{folder}: network.onnx is not the file that settings.json names")
    return Model(
        splitter,
        session(raw, threads),
        {name: allowed(np.array(rows, np.float32)) for name, rows in settings["moves"].items()},
        tuple(settings["languages"]),
        settings["version"],
        tuple((float(x), float(y)) for x, y in settings["curve"]),
    )


def session(raw: bytes, threads: int = 1) -> Network:
    """The network of an ONNX file's bytes."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait by spinning take the core from everything else.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Fused with the addition before it, the norm takes ten times as long as alone, an eighth of the network's time.
    slow = ["SkipLayerNormFusion"]
    session = onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"], disabled_optimizers=slow)

    def run(ids: Ids) -> tuple[Floats, Floats, Floats]:
        scores, query, key = session.run(None, {"ids": ids})
        return np.asarray(scores), np.asarray(query), np.asarray(key)

    return run
