"""The kernel under the tools that run notebooks and prompts: papermill, nbconvert, jupyter console."""

import json
import os
import subprocess
import sys

import nbformat
import pytest

from conftest import HOME, printed, venv_program

PATIENCE = 600  # seconds, for the busiest machine: only a failing test waits so long


def write(path, *sources, tags=()):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    cells[0].metadata["tags"] = list(tags)
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {
        "name": "nyala",
        "display_name": "Groovy (Nyala)",
        "language": "groovy",
    }
    nbformat.write(notebook, path)
    return path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The folder into which pip has installed the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    launcher = str(HOME / "install" / "nyala")
    subprocess.run([launcher, "wheel", "-o", str(folder)], check=True, timeout=PATIENCE)
    file = next(folder.glob("*.whl"))
    site = folder / "site"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(site), str(file)], check=True, timeout=PATIENCE)
    return site


PARAMETERS = {
    "units": 8,
    "rate": 0.25,
    "name": "it's $5, \"quoted\"\n🦌",
    "deep": True,
    "nothing": None,
    "sizes": [1, 2, [3]],
    "options": {"loss": "mse", "none": {}},
    "large": 12345678901234567890123,
}


def test_papermill_sets_parameters(wheel, tmp_path):
    source = write(
        tmp_path / "in.ipynb",
        "units = 2  // neurons\nrate = 1.0\nname = 'x'",
        "assert [units, deep, nothing] == [8, true, null] && rate == 0.25\n"
        "assert sizes == [1, 2, [3]] && large == 12345678901234567890123g\n"
        "assert options == [loss: 'mse', none: [:]]\n"
        "print(name)",
        tags=["parameters"],
    )
    result = tmp_path / "out.ipynb"
    values = tmp_path / "values.json"
    values.write_text(json.dumps(PARAMETERS, ensure_ascii=False), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "papermill", str(source), str(result), "-f", str(values)],
        env={**os.environ, "PYTHONPATH": str(wheel)},
        check=True,
        timeout=PATIENCE,
    )
    cells = nbformat.read(result, as_version=4).cells
    assert cells[1].metadata.tags == ["injected-parameters"]
    assert printed(cells[2]) == PARAMETERS["name"] + "\n"


@pytest.mark.parametrize("kernel", ["nyala", "nyala-python"])
def test_papermill_needs_no_wheel(kernel, tmp_path):
    # The kernels were registered with `nyala install --prefix`, which is all there is here.
    source = write(tmp_path / "in.ipynb", "units = 2", "print(units * 2, name)", tags=["parameters"])
    notebook = nbformat.read(source, as_version=4)
    language = "python" if kernel == "nyala-python" else "groovy"
    notebook.metadata["kernelspec"] = {"name": kernel, "display_name": kernel, "language": language}
    nbformat.write(notebook, source)
    result = tmp_path / "out.ipynb"
    subprocess.run(
        [sys.executable, "-m", "papermill", str(source), str(result)]
        + ["-p", "units", "21", "-p", "name", "it's $5"],
        check=True,
        timeout=PATIENCE,
    )
    text = printed(nbformat.read(result, as_version=4).cells[2])
    assert "42" in text and "$5" in text, text


def test_widgets_are_text_where_no_one_draws_them(tmp_path):
    code = "s = IntSlider(3)\ns.observe({ print('moved', it.new) }, 'value')\ns.value = 5\ns"
    source = write(tmp_path / "in.ipynb", code, "interact(x: 1..9) { x -> print(\"x is $x\") }")
    subprocess.run(
        [venv_program("jupyter-nbconvert"), "--execute", "--to", "notebook"]
        + ["--ExecutePreprocessor.startup_timeout=600", "--ExecutePreprocessor.timeout=600"]
        + ["--output", "out.ipynb", str(source)],
        check=True,
        timeout=PATIENCE,
    )
    notebook = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert printed(notebook.cells[0]) == "moved 5\n\nIntSlider(value=5)"
    assert printed(notebook.cells[1]).startswith("interactive(children=(IntSlider(value=5")
    states = notebook.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]
    outputs = [s["state"]["outputs"] for s in states.values() if s["model_name"] == "OutputModel"]
    assert outputs[0][0]["text"] == "x is 5\n"


def test_papermill_lists_parameters(wheel, tmp_path):
    source = write(
        tmp_path / "in.ipynb", "units = 2  // neurons\ndef name = 'x'", tags=["parameters"]
    )
    listed = subprocess.run(
        [sys.executable, "-m", "papermill", "--help-notebook", str(source)],
        env={**os.environ, "PYTHONPATH": str(wheel)},
        check=True,
        timeout=PATIENCE,
        capture_output=True,
        text=True,
    ).stdout
    assert "units" in listed and "(default 2)" in listed and "neurons" in listed
    assert "name" in listed


def test_nbconvert_executes(tmp_path):
    source = write(tmp_path / "in.ipynb", "x = 40", "print('x is', x)\nx + 2")
    subprocess.run(
        [venv_program("jupyter-nbconvert"), "--execute", "--to", "notebook"]
        + ["--ExecutePreprocessor.startup_timeout=600", "--ExecutePreprocessor.timeout=600"]
        + ["--output", "out.ipynb", str(source)],
        check=True,
        timeout=PATIENCE,
    )
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert printed(cells[1]) == "x is 40\n\n42"


def test_jupyter_console_answers():
    console = subprocess.run(
        [venv_program("jupyter-console"), "--kernel", "nyala", "--simple-prompt"]
        + ["--ZMQTerminalInteractiveShell.kernel_timeout=600"],
        input="x = 40\nx + 2\nexit\n",
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert "42" in console.stdout, console.stdout + console.stderr
