"""Measures Nyala's kernels, for Groovy and for Python cells, beside ipykernel, in turns on one machine,
and prints medians and ratios.

Usage: bench_kernel.py NYALA [--rounds N] [--cells N] [--tensorflow PYTHON] [--json FILE]

Each round starts either kernel afresh and takes, in seconds from its start: `ready`, until it has
introduced itself; `first cell`, until `1 + 1` is answered. Then `1 + 1` is asked again and again: the
time from sending it until its reply and "idle" are both here. With --tensorflow, a Python that has
TensorFlow, a second start of each takes the time until a first layer has been called.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

PATIENCE = 600
# Each of our kernels with the options of its kernelspec.
NYALA = {"nyala": [], "nyala-python": ["--python"]}
KERNELS = [*NYALA, "ipykernel"]
LAYER = (
    "import tensorflow as tf\nfrom tensorflow import keras\n"
    "keras.layers.Dense(4)(tf.ones([2, 3]))"
)


class Kernel:
    """A kernel in a process of its own, from its start."""

    def __init__(self, argv, env=None):
        self.begun = time.perf_counter()
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(argv=argv, display_name="", language="")
        # What a kernel logs is no figure.
        quiet = subprocess.DEVNULL
        self.manager.start_kernel(env={**os.environ, **(env or {})}, stderr=quiet, stdout=quiet)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        self.ready = self.age()

    def age(self):
        return time.perf_counter() - self.begun

    def run(self, code):
        """Seconds until the cell is answered and the kernel idle."""
        sent = time.perf_counter()
        request = self.client.execute(code)
        while True:
            reply = self.client.get_shell_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == request:
                break
        if reply["content"]["status"] != "ok":
            raise SystemExit(f"{code!r} failed: {reply['content']}")
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if (
                message["parent_header"].get("msg_id") == request
                and message["content"].get("execution_state") == "idle"
            ):
                return time.perf_counter() - sent

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def start(name, options, python=sys.executable):
    if name in NYALA:
        return Kernel([options.nyala, "kernel", *NYALA[name], "{connection_file}"])
    found = {"PYTHONPATH": sysconfig.get_path("purelib")} if python != sys.executable else {}
    env = {"TF_CPP_MIN_LOG_LEVEL": "3", **found}
    return Kernel([python, "-m", "ipykernel_launcher", "-f", "{connection_file}"], env)


def measure(options):
    """Per kernel and measure, the times of all rounds, in seconds."""
    times = {}

    def note(name, what, *seconds):
        times.setdefault(what, {}).setdefault(name, []).extend(seconds)

    for turn in range(options.rounds):
        names = KERNELS if turn % 2 == 0 else KERNELS[::-1]
        for name in names:
            with start(name, options) as kernel:
                note(name, "ready", kernel.ready)
                kernel.run("1 + 1")
                note(name, "first cell", kernel.age())
                round_trips = [kernel.run("1 + 1") for _ in range(options.cells)]
                note(name, "1 + 1, first ten", *round_trips[:10])
                note(name, "1 + 1", *round_trips[10:])
        for name in names if options.tensorflow else []:
            with start(name, options, options.tensorflow) as kernel:
                kernel.run(LAYER)
                note(name, "first layer called", kernel.age())
    return times


def main():
    parser = argparse.ArgumentParser(prog="nyala bench kernel")
    parser.add_argument("nyala", help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cells", type=int, default=200, help="1 + 1 so often in each round")
    parser.add_argument("--tensorflow", metavar="PYTHON", help="a Python that has TensorFlow")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if options.rounds < 1 or options.cells < 11:
        parser.error("--rounds must be at least 1 and --cells at least 11")
    times = measure(options)
    heads = "".join(f"{name:>14}" for name in KERNELS)
    print(f"{'median of ' + str(options.rounds) + ' rounds':24}{heads}  ratio  Python/Groovy cells")
    figures = {}
    for what, by_kernel in times.items():
        medians = {name: statistics.median(by_kernel[name]) for name in KERNELS}
        ratio = medians["nyala"] / medians["ipykernel"]
        cells = medians["nyala-python"] / medians["nyala"]
        figures[what] = {
            **{f"{name}_s": seconds for name, seconds in medians.items()},
            "ratio": ratio,
            "python_cells": cells,
        }
        columns = "".join(f"{seconds * 1e3:11.1f} ms" for seconds in medians.values())
        print(f"{what:24}{columns}{ratio:7.2f}{cells:9.2f}")
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
