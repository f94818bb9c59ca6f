"""Datasets of the Forge for tests, on the standard library alone.

    shop = forge_data.dataset(scenario="holiday_rush", seed=42, stores=3, products=5)
    shop.rows("sales_daily")    # a list of dictionaries: dates are dates, amounts Decimals, an empty field None
    shop.frame("sales_daily")   # a pandas DataFrame, where pandas is installed: dates are datetime64, amounts floats

A dataset is exported once and kept in FORGE_TEST_CACHE (else the user's cache folder) under its fingerprint; every later session reads
it from there. FORGE names the launcher where it is not the one of this project.
"""
import csv
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

LAUNCHER = Path(os.environ.get("FORGE") or Path(__file__).resolve().parents[2] / "forge")
CACHE = Path(
    os.environ.get("FORGE_TEST_CACHE")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "forge-tests"
)
READERS = {
    "integer": int,
    "date": date.fromisoformat,
    "numeric": Decimal,
    "boolean": lambda text: text == "true",
    "double": float,
    "varchar": str,
}


class ForgeMissing(Exception):
    """There is no Forge to make a dataset with."""


class Dataset:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        self.fingerprint = self.manifest["fingerprint"]

    def files(self, table):
        """The files of a table: one, or the parts in their order."""
        parts = self.folder / table
        return sorted(parts.glob("*.csv")) if parts.is_dir() else [parts.with_suffix(".csv")]

    def types(self, table):
        """Of its columns, by name, such as "date" or "numeric"."""
        columns = self.manifest["tables"][table]["columns"]
        return {column["name"]: column["type"].split("(")[0].split(" ")[0] for column in columns}

    def rows(self, table):
        read = {name: READERS[type_name] for name, type_name in self.types(table).items()}
        return [
            {name: read[name](text) if text else None for name, text in row.items()}
            for file in self.files(table)
            for row in csv.DictReader(file.open(encoding="utf-8", newline=""))
        ]

    def frame(self, table):
        import pandas

        frame = pandas.concat([pandas.read_csv(file) for file in self.files(table)], ignore_index=True)
        for name, type_name in self.types(table).items():
            if type_name == "date":
                frame[name] = pandas.to_datetime(frame[name])
        return frame


def dataset(**options):
    """The dataset of these options: those of `forge export` without their dashes, such as end_date="2024-03-31"."""
    if shutil.which(str(LAUNCHER)) is None:
        raise ForgeMissing(f"there is no Forge at {LAUNCHER}: set FORGE to its launcher")
    flags = [word for name, value in sorted(options.items()) for word in ("--" + name.replace("_", "-"), str(value))]
    known = CACHE / "by-options" / hashlib.sha256(json.dumps([version(), flags]).encode()).hexdigest()
    if known.is_file() and (CACHE / known.read_text() / "manifest.json").is_file():
        return Dataset(CACHE / known.read_text())
    known.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as work:
        made = Path(work) / "export"
        run("export", "--format", "csv", "--out", str(made), *flags)
        fingerprint = Dataset(made).fingerprint
        try:
            made.rename(CACHE / fingerprint)
        except OSError:  # another session was faster, and its rows are the same
            pass
        note = Path(work) / "note"
        note.write_text(fingerprint)
        note.replace(known)
    return Dataset(CACHE / fingerprint)


def version():
    return run("--version").strip()


def run(*words):
    done = subprocess.run([str(LAUNCHER), *words], capture_output=True, text=True, cwd=tempfile.gettempdir())
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return done.stdout
