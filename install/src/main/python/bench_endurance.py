"""Puts Nyala's kernel to the trials of a long day, and prints what came of each.

Usage: bench_endurance.py NYALA [TRIAL...] [--interrupts N] [--cells N] [--prints N] [--kills N]
                          [--json FILE]

    interrupt   stops a busy loop, a sleep, a question, a blocking read, a long tensor operation and
                `model.fit`, each so many times: seconds until the cell has ended
    cells       runs cells, every third defining a class, then as many switching to Python: loaded
                classes, metaspace and heap after collection, beside those after the first 500
    output      prints lines one by one, and one line of 50 MB: nothing is lost, or it says so
    kill        kills the kernel at random moments: every cell it had begun is in the history
    share       four kernels run cells at once and share the history

It ends with an error if an answer was lost or wrong; how long is too long is for the reader to say.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench_kernel import PATIENCE, Kernel

KERNELS = 4
FIRST = 500
PROMPT = "name? "

# What is interrupted: a cell, and the cell before it.
BUSY = {
    "busy loop": ("while (true) { }", "1"),
    "sleep": ("Thread.sleep(600000)", "1"),
    "question": (f"input('{PROMPT}')", "1"),
    "blocking read": ("quiet.accept()", "quiet = new ServerSocket(0)"),
    "model.fit": (
        "model.fit(np.ones([4000, 8]), np.ones([4000, 1]), epochs=100000, verbose=0)",
        "model = keras.Sequential([keras.layers.Dense(64), keras.layers.Dense(1)])\n"
        "model.compile(optimizer='sgd', loss='mse')",
    ),
    "Python loop": ("%%python\nwhile True:\n    pass", "1"),
    # The last: a product runs to its end behind its cell's back, and takes a processor meanwhile.
    "tensor operation": ("tf.matmul(wide, wide)", "wide = tf.ones([5000, 5000])"),
}

# Taken thrice, for what asking itself costs: the last answer counts.
MEMORY = """
beans = java.lang.management.ManagementFactory
memory = { name -> beans.memoryPoolMXBeans.findAll { it.name.contains(name) }.sum { it.usage.used } }
figures = null
3.times {
  4.times { System.gc() }
  heap = beans.memoryMXBean.heapMemoryUsage.used
  figures = [beans.classLoadingMXBean.loadedClassCount, memory('Metaspace'), heap]
}
print(figures)
"""


class Trouble(Exception):
    """Something was lost or answered wrongly."""


class Subject(Kernel):
    """A kernel on trial, with a folder of its own for the history, or one it is given."""

    def __init__(self, nyala, history):
        self.history = history
        super().__init__([nyala, "kernel", "{connection_file}"], {"NYALA_HISTORY_DIR": history})

    @property
    def process(self):
        return self.manager.provisioner.process

    def ask(self, code, allow_stdin=False):
        return self.client.execute(code, allow_stdin=allow_stdin, stop_on_error=False)

    def heard(self, request, kind):
        """The content of the request's next message of this kind on iopub."""
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if (
                message["parent_header"].get("msg_id") == request
                and message["msg_type"] == kind
            ):
                return message["content"]

    def reply(self, request):
        while True:
            message = self.client.get_shell_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def printed(self, code):
        """All that a cell prints, and its reply."""
        request = self.ask(code)
        text = []
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "stream":
                text.append(message["content"]["text"])
            if message["content"].get("execution_state") == "idle":
                return "".join(text), self.reply(request)

    def interrupt(self):
        message = self.client.session.msg("interrupt_request", {})
        self.client.control_channel.send(message)

    def tail(self, count):
        request = self.client.history(hist_access_type="tail", n=count, raw=True, output=False)
        return self.reply(request)["history"]


def must(holds, trouble):
    if not holds:
        raise Trouble(trouble)


def interrupt(options):
    figures = {}
    with tempfile.TemporaryDirectory() as history, Subject(options.nyala, history) as kernel:
        for case, (busy, before) in BUSY.items():
            kernel.run(before)
            times = []
            for _ in range(options.interrupts):
                request = kernel.ask(busy, allow_stdin=True)
                kernel.heard(request, "execute_input")
                time.sleep(random.uniform(0, 0.1))
                sent = time.perf_counter()
                kernel.interrupt()
                reply = kernel.reply(request)
                times.append(time.perf_counter() - sent)
                must(reply.get("ename") == "KeyboardInterrupt", f"{case} ended with {reply}")
            kernel.run("1 + 1")
            figures[case] = {"median_s": statistics.median(times), "longest_s": max(times)}
            print(
                f"  {case:18} {len(times)} times: median {statistics.median(times):.3f} s,"
                f" longest {max(times):.3f} s",
                flush=True,
            )
    return figures


def cell(number):
    if number % 3 == 0:
        # Twenty classes, defined anew again and again: one that has a name is kept, as in Python.
        name = f"Point{number % 60}"
        return (
            f"class {name} {{ int x = {number}; def twice() {{ 2 * x }} }}\nnew {name}().twice()"
        )
    if number % 3 == 1:
        return f"x = [1, 2, {number}].collect {{ it + 1 }}\nprint(x.sum())"
    return f"def f(a) {{ a * {number} }}\nf(2)"


def mixed_cell(number):
    if number % 2 == 0:
        return f"%%python\nclass P:\n    n = {number}\nprint(P().n)"
    return cell(number)


def cells(options):
    figures = {}
    for name, make in (("Groovy", cell), ("Groovy and Python", mixed_cell)):
        with tempfile.TemporaryDirectory() as history, Subject(options.nyala, history) as kernel:
            first = min(FIRST, options.cells // 2)
            begun = time.perf_counter()
            for number in range(first):
                kernel.run(make(number))
            before = json.loads(kernel.printed(MEMORY)[0])
            for number in range(first, options.cells):
                kernel.run(make(number))
            after = json.loads(kernel.printed(MEMORY)[0])
            took = time.perf_counter() - begun
        print(f"  {name}: {options.cells} cells in {took:.0f} s")
        for what, early, late in zip(("classes", "metaspace", "heap"), before, after):
            figures[f"{name}, {what}"] = {"first": early, "last": late}
            print(f"    {what:10} {early:>12,} -> {late:>12,}  {late / early - 1:+.1%}", flush=True)
    return figures


def output(options):
    with tempfile.TemporaryDirectory() as history, Subject(options.nyala, history) as kernel:
        begun = time.perf_counter()
        text, _ = kernel.printed(f"for (int i = 0; i < {options.prints}; i++) println(i)")
        took = time.perf_counter() - begun
        must(text == "".join(f"{i}\n" for i in range(options.prints)), "prints were lost")
        print(f"  {options.prints:,} prints in {took:.2f} s, nothing lost", flush=True)
        begun = time.perf_counter()
        text, _ = kernel.printed("print('x' * 50_000_000)")
        long = time.perf_counter() - begun
        must(len(text) >= 50_000_000 or "cut" in text, "a long line was lost without a word")
        print(f"  50 MB in {long:.2f} s, {len(text):,} characters came", flush=True)
    return {"prints_s": took, "long_line_s": long}


def kill(options):
    """Kills while cells run one after another; what was seen to begin must be remembered."""
    with tempfile.TemporaryDirectory() as history:
        for turn in range(options.kills):
            mark = f"kill{turn}_"
            with Subject(options.nyala, history) as kernel:
                begun = []
                deadline = time.perf_counter() + random.uniform(0.05, 0.6)
                while time.perf_counter() < deadline:
                    code = f"{mark}{len(begun)} = {len(begun)}"
                    kernel.heard(kernel.ask(code), "execute_input")
                    begun.append(code)
                kernel.process.kill()
                kernel.process.wait()
            must(all_end(history), "a process was left behind")
            with open(os.path.join(history, "history.jsonl"), encoding="utf-8") as lines:
                kept = [json.loads(line).get("input") for line in lines if line.endswith("}\n")]
            lost = [code for code in begun if code not in kept]
            must(not lost, f"these cells were begun and are not remembered: {lost}")
        print(f"  {options.kills} kills, no cell lost, no process left", flush=True)
    return {"kills": options.kills}


def all_end(mark):
    """Whether all of a kernel's processes end; what reads its last words does so after it."""
    deadline = time.perf_counter() + PATIENCE
    while alive(mark):
        if time.perf_counter() > deadline:
            return False
        time.sleep(0.01)
    return True


def alive(mark):
    """Processes whose environment names this folder."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if f"NYALA_HISTORY_DIR={mark}".encode() in (each / "environ").read_bytes():
                found.append(each.name)
        except OSError:
            continue
    return [pid for pid in found if pid != str(os.getpid())]


def share(options):
    count = options.shared
    with tempfile.TemporaryDirectory() as history:
        kernels = [Subject(options.nyala, history) for _ in range(KERNELS)]
        try:
            for number in range(count):
                asked = [k.ask(f"k{i}_{number} = {number}") for i, k in enumerate(kernels)]
                for kernel, request in zip(kernels, asked):
                    kernel.reply(request)
            kept = {entry[2] for entry in kernels[0].tail(10 * KERNELS * count)}
        finally:
            for kernel in kernels:
                kernel.__exit__()
        lost = [
            f"k{i}_{n} = {n}"
            for i in range(KERNELS)
            for n in range(count)
            if f"k{i}_{n} = {n}" not in kept
        ]
        must(not lost, f"these cells are not remembered: {lost}")
        print(f"  {KERNELS} kernels, {KERNELS * count} cells, none lost", flush=True)
    return {"cells": KERNELS * count}


TRIALS = {each.__name__: each for each in (interrupt, cells, output, kill, share)}


def main():
    parser = argparse.ArgumentParser(prog="nyala bench endurance")
    parser.add_argument("nyala", help=argparse.SUPPRESS)
    parser.add_argument("trials", nargs="*", metavar="TRIAL", help=", ".join(TRIALS))
    parser.add_argument("--interrupts", type=int, default=100, help="of each kind")
    parser.add_argument("--cells", type=int, default=10_000)
    parser.add_argument("--prints", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--shared", type=int, default=50, help="cells of each of four kernels")
    parser.add_argument("--json", type=Path)
    options = parser.parse_intermixed_args()
    chosen = options.trials or list(TRIALS)
    unknown = [name for name in chosen if name not in TRIALS]
    if unknown:
        parser.error(f"there is no trial {unknown[0]}; there are {', '.join(TRIALS)}")
    figures = {}
    for name in chosen:
        print(name, flush=True)
        try:
            figures[name] = TRIALS[name](options)
        except Trouble as trouble:
            sys.exit(f"nyala: {name}: {trouble}")
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
