"""The course notebook in JupyterLab, in a browser, by "Run All Cells"."""

import json
import os
import time

import pytest
from conftest import check_course
from lab import FLAGS, PATIENCE, Notebook, server
from playwright.sync_api import sync_playwright


@pytest.fixture
def lab(course, own_jupyter):
    """The address of a JupyterLab that serves the notebook's folder."""
    with server(course.parent, own_jupyter) as url:
        yield url


def is_done(course):
    try:
        cells = json.loads(course.read_text())["cells"]
    except json.JSONDecodeError:  # it is being saved
        return False
    return all(c["execution_count"] for c in cells if c["cell_type"] == "code" and c["source"])


def test_run_all_in_jupyterlab(lab, course, real_data):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["NYALA_BROWSER"], args=FLAGS
        )
        notebook = Notebook(browser, lab, course.name)
        notebook.menu("Run", "Run All Cells")
        deadline = time.monotonic() + 2 * PATIENCE / 1000
        while time.monotonic() < deadline and not is_done(course):
            notebook.page.wait_for_timeout(2000)
            notebook.page.keyboard.press("Control+s")
        notebook.wait_until("idle")
        notebook.page.keyboard.press("Control+s")
        last = notebook.page.get_by_text("model_lstm.compile").last
        last.scroll_into_view_if_needed()
        notebook.picture("jupyterlab")
        browser.close()
    check_course(json.loads(course.read_text())["cells"], real_data)
