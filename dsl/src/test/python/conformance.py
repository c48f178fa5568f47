"""Writes beside each themed file of small programs what CPython prints for them.

Run with CPython 3.11 from this folder: python3 conformance.py
The programs in the folder `libraries` use NumPy, TensorFlow and Keras; run them with a python that has
what engine/src/test/python/requirements.txt names: python conformance.py libraries
"""

import contextlib
import io
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "python" / "conformance" / "".join(sys.argv[1:])


def printed(program):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(program, "<program>", "exec"), {"__name__": "__main__"})
        except BaseException as error:
            message = error.msg if isinstance(error, SyntaxError) else str(error)
            name = "SyntaxError" if isinstance(error, SyntaxError) else type(error).__name__
            line = f" (line {error.lineno})" if isinstance(error, SyntaxError) else ""
            print(name + (": " + message if message else "") + line)
    text = out.getvalue()
    return text if text.endswith("\n") or not text else text + "\n"


for source in sorted(FOLDER.glob("*.py")):
    parts = re.split(r"(?m)^### ", source.read_text())[1:]
    with open(source.with_suffix(".out"), "w") as target:
        for part in parts:
            name, program = part.split("\n", 1)
            target.write("### " + name + "\n" + printed(program))
    print(source.name, len(parts))
