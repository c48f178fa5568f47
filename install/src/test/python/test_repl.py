"""The prompt, driven as a person drives it: in a pseudo-terminal."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

import pytest
from conftest import HOME

PATIENCE = 300
# Ctrl-P, Ctrl-A, Ctrl-F, Ctrl-K: the previous cell, the start of the line, a letter on, the rest away.
UP, START, ON, KILL = "\x10", "\x01", "\x06", "\x0b"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")


class Prompt:
    """A running prompt; what it writes is read as text without colours and cursor movements."""

    def __init__(self, state, *options):
        self.seen = ""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm", XDG_STATE_HOME=str(state))
            os.execv(str(HOME / "install" / "nyala"), ["nyala", "repl", *options])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def read(self):
        ready, _, _ = select.select([self.terminal], [], [], 1)
        if not ready:
            return True
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            return False
        text = data.decode("utf-8", "replace")
        self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r", "", text)
        return bool(data)

    def expect(self, text):
        """Reads until a text has come; drops all up to it."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < deadline and self.read(), f"no {text!r} in {self.seen!r}"
        before, self.seen = self.seen.split(text, 1)
        return before

    def type(self, text):
        os.write(self.terminal, text.encode())

    def end(self):
        """Leaves by Ctrl-D, at a prompt: between prompts nobody would read it."""
        self.type("\x04")
        deadline = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < deadline, f"it goes on: {self.seen!r}"
        _, status = os.waitpid(self.pid, 0)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)

    def kill(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


@pytest.fixture
def prompts(tmp_path):
    made = []

    def start(*options):
        made.append(Prompt(tmp_path, *options))
        return made[-1]

    yield start
    for each in made:
        each.kill()


def test_python_cells_at_the_prompt(prompts):
    repl = prompts("--python")
    repl.expect("In [1]: ")
    repl.type("7 // 2, 7 / 2\r")
    repl.expect("Out[1]: (3, 3.5)")
    repl.expect("In [2]: ")
    # A block goes on until an empty line.
    repl.type("for i in range(3):\r")
    repl.expect("...: ")
    repl.type("    print('line', i * 11)\r")
    repl.expect("...: ")
    repl.type("\r")
    repl.expect("line 0")
    repl.expect("line 22")
    repl.expect("In [3]: ")
    # A letter is put in where it is missing.
    repl.type("prnt('edited ' + str(6 * 7))" + START + ON * 2 + "i\r")
    repl.expect("edited 42")
    repl.expect("In [4]: ")
    # Completion, then history.
    repl.type("isinst\t(5, int)\r")
    repl.expect("Out[4]: True")
    repl.expect("In [5]: ")
    repl.type(UP + "\r")
    repl.expect("Out[5]: True")
    repl.expect("In [6]: ")
    # Ctrl-C ends the cell and not the program.
    repl.type("print('be' + 'gun')\r")
    repl.expect("begun")
    repl.expect("In [7]: ")
    repl.type("while print('round', flush=True) is None: x = sum(range(10000))\r\r")
    repl.expect("\nround")
    repl.type("\x03")
    repl.expect("KeyboardInterrupt")
    repl.expect("In [8]: ")
    # A training run.
    repl.type(
        "m = keras.Sequential([keras.layers.Dense(1)]); m.compile('sgd', 'mse');"
        " h = m.fit(np.ones((8, 2)), np.ones((8, 1)), epochs=2)\r"
    )
    repl.expect("Epoch 1/2")
    repl.expect("Epoch 2/2")
    repl.expect("In [9]: ")
    repl.type("len(h.history['loss'])\r")
    repl.expect("Out[9]: 2")
    repl.expect("In [10]: ")
    assert repl.end() == 0
    # The history is there in the next session.
    again = prompts("--python")
    again.expect("In [1]: ")
    again.type(UP + START + KILL + "10 + 0\r")
    again.expect("Out[1]: 10")
    again.expect("In [2]: ")
    assert again.end() == 0


def test_groovy_cells_at_the_prompt(prompts):
    repl = prompts()
    repl.expect("In [1]: ")
    repl.type("[1, 2].collect { it * 21 }\r")
    repl.expect("Out[1]: [21, 42]")
    repl.expect("In [2]: ")
    assert repl.end() == 0


def test_lines_start_where_the_ones_above_lead(prompts):
    repl = prompts("--python")
    repl.expect("In [1]: ")
    for line in ["def f(n):", "if n > 2:", "return n * 2", "return n", ""]:
        repl.type(line + "\r")
        if line:
            repl.expect("...: ")
    repl.expect("In [2]: ")
    repl.type("f(5), f(1)\r")
    repl.expect("Out[2]: (10, 1)")
    repl.expect("In [3]: ")
    # Backspace takes a whole step back, Tab makes one.
    for line in ["for i in range(2):", "for j in range(2):", "pass", "\x7f\tprint('i', i)"]:
        repl.type(line + "\r")
        repl.expect("...: ")
    repl.type("\r")
    repl.expect("i 1")
    repl.expect("In [4]: ")
    # What is pasted is taken as it is, and runs at Enter.
    repl.type("\x1b[200~class A:\n    def g(self):\n        return 'pas' + 'ted'\n\nA().g()\n\x1b[201~")
    repl.expect("A().g()")
    repl.type("\r")
    repl.expect("Out[4]: 'pasted'")
    repl.expect("In [5]: ")
    assert repl.end() == 0
