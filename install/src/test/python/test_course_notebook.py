"""The course notebook through the real kernel, as nbclient and so nbconvert run it."""

import nbformat
from nbclient import NotebookClient

from conftest import check_course


def test_course_notebook_runs_in_the_kernel(course, real_data):
    notebook = nbformat.read(course, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="nyala",
        timeout=600,
        startup_timeout=180,
        resources={"metadata": {"path": str(course.parent)}},
    )
    client.execute()
    nbformat.validate(notebook)
    check_course(notebook.cells, real_data)
