"""What the tests with a real Jupyter share: its folders, the data, the course notebook."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

HOME = Path(os.environ.get("NYALA_HOME", Path(__file__).parents[4]))
SMALL_CORPUS = "engine/src/main/resources/io/nyala/keras/datasets/small-sentiment.txt"


@pytest.fixture(scope="session", autouse=True)
def own_jupyter(tmp_path_factory):
    """Keeps the person's own Jupyter settings, kernels and history out, and theirs clean."""
    base = tmp_path_factory.mktemp("jupyter")
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "XDG_DATA_HOME"):
        folder = base / name.lower()
        folder.mkdir()
        os.environ[name] = str(folder)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    return base


@pytest.fixture(scope="session")
def real_data(tmp_path_factory):
    """True if the course's own sentences are here; the small corpus stands in where they are not."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "nyala"
    named = os.environ.get("NYALA_DATASETS")
    for folder in filter(None, (named, cache)):
        if (Path(folder) / "sentiment" / "sentiment.txt").is_file():
            return True
    stand_in = tmp_path_factory.mktemp("datasets")
    (stand_in / "sentiment").mkdir()
    shutil.copy(HOME / SMALL_CORPUS, stand_in / "sentiment" / "sentiment.txt")
    os.environ["NYALA_DATASETS"] = str(stand_in)
    return False


@pytest.fixture
def course(tmp_path, real_data):
    """A copy of the course notebook in a folder of its own, without the outputs it comes with."""
    copy = tmp_path / "notebooks" / "course-rnn.ipynb"
    copy.parent.mkdir()
    notebook = json.loads((HOME / "notebooks" / "course-rnn.ipynb").read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    copy.write_text(json.dumps(notebook))
    return copy


def printed(cell):
    """All that a cell shows, as plain text."""
    text = []
    for output in cell.get("outputs", []):
        text.append(output.get("text") or output.get("data", {}).get("text/plain", ""))
        text.extend(output.get("traceback", []))
    return "\n".join("".join(part) for part in text)


def check_course(cells, real_data):
    """The figures of an executed course notebook that do not depend on chance."""
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    errors = [o for cell in code for o in cell["outputs"] if o["output_type"] == "error"]
    assert not errors, json.dumps(errors, indent=1)
    assert all(cell["execution_count"] for cell in code), "a cell did not run"
    text = "\n".join(printed(cell) for cell in code)
    assert text.count("Epoch 10/10") == 4
    assert text.count("val_accuracy") >= 40
    if real_data:
        for figure in ("5404", "[18, 19, 26]", "370,689", "444,801"):
            assert figure in text, f"{figure} is not in the outputs"


def venv_program(name):
    """A program of the environment that runs these tests."""
    return str(Path(sys.executable).parent / name)
