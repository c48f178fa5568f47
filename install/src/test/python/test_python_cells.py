"""The course's cells as they were published, under the kernel of Python cells."""

import nbformat
from nbclient import NotebookClient

from conftest import HOME, check_course

CELLS = HOME / "dsl" / "src" / "test" / "resources" / "python" / "course.py"


def test_the_published_cells_run_in_the_kernel(tmp_path, real_data):
    sources = CELLS.read_text(encoding="utf-8").split("\n# %%\n")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    folder = tmp_path / "notebooks"
    folder.mkdir()
    client = NotebookClient(
        notebook,
        kernel_name="nyala-python",
        timeout=600,
        startup_timeout=180,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute()
    nbformat.validate(notebook)
    assert notebook.metadata["language_info"]["name"] == "python"
    check_course(notebook.cells, real_data)
