"""Writes beside each probe, a Python program that prints lines `CASE|name|values`, what Keras gives.

Run with the oracle's python: python probes.py [NAME...]. PythonProbesTest runs the same programs in
Nyala and compares the values, numbers to a tolerance and errors by their kind.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "python" / "probes"
COMMON = (FOLDER / "common.txt").read_text()
SETTINGS = dict(os.environ, CUDA_VISIBLE_DEVICES="", TF_CPP_MIN_LOG_LEVEL="3", TF_ENABLE_ONEDNN_OPTS="0",
                NYALA_PROBE_FILES=str(FOLDER / "files"))

for source in sorted(FOLDER.glob("*.py")):
    if sys.argv[1:] and source.stem not in sys.argv[1:]:
        continue
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "probe.py"
        program.write_text(COMMON + source.read_text())
        os.makedirs(pathlib.Path(folder) / "target")
        run = subprocess.run([sys.executable, program], capture_output=True, text=True, env=SETTINGS, cwd=folder)
    lines = [line for line in run.stdout.splitlines() if line.startswith("CASE|")]
    if run.returncode:
        sys.exit(run.stderr)
    source.with_suffix(".out").write_text("\n".join(lines) + "\n")
    print(source.name, len(lines))
