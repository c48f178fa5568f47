"""The course notebook in JupyterLab, in a browser, by "Run All Cells"."""

import json
import os
import subprocess
import time
from pathlib import Path

import pytest
from conftest import HOME, check_course, venv_program
from playwright.sync_api import sync_playwright

TOKEN = "for-this-test"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture
def lab(course, own_jupyter):
    """The address of a JupyterLab that serves the notebook's folder."""
    log = open(own_jupyter / "lab.log", "wb")
    server = subprocess.Popen(
        [
            venv_program("jupyter-lab"),
            "--no-browser",
            "--allow-root",
            "--ip=127.0.0.1",
            "--port=0",
            f"--IdentityProvider.token={TOKEN}",
            f"--ServerApp.root_dir={course.parent}",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        yield address(server, own_jupyter)
    finally:
        server.terminate()
        try:
            server.wait(timeout=60)
        finally:
            server.kill()
            log.close()


def address(server, own_jupyter):
    running = Path(os.environ["JUPYTER_RUNTIME_DIR"]) / f"jpserver-{server.pid}.json"
    for _ in range(300):
        if server.poll() is not None:
            break
        if running.is_file() and running.stat().st_size:
            return json.loads(running.read_text())["url"]
        time.sleep(0.2)
    raise AssertionError("JupyterLab did not start:\n" + (own_jupyter / "lab.log").read_text())


def is_done(course):
    try:
        cells = json.loads(course.read_text())["cells"]
    except json.JSONDecodeError:  # it is being saved
        return False
    return all(c["execution_count"] for c in cells if c["cell_type"] == "code" and c["source"])


def test_run_all_in_jupyterlab(lab, course, real_data):
    pictures = HOME / "target" / "test"
    pictures.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["NYALA_BROWSER"], args=FLAGS
        )
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(f"{lab}lab/tree/{course.name}?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=120_000)
        # The kernel must be there before the menu can reach it.
        page.wait_for_selector(
            '.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=180_000
        )
        kernel = page.locator(".jp-KernelName").filter(visible=True)
        kernel.filter(has_text="Groovy (Nyala)").wait_for(timeout=60_000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        deadline = time.monotonic() + 600
        while time.monotonic() < deadline and not is_done(course):
            page.wait_for_timeout(2000)
            page.keyboard.press("Control+s")
        page.wait_for_selector(
            '.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=60_000
        )
        page.keyboard.press("Control+s")
        page.wait_for_timeout(1500)
        news = page.get_by_role("button", name="No", exact=True)
        if news.is_visible():
            news.click()
        page.get_by_text("model_lstm.compile").last.scroll_into_view_if_needed()
        page.mouse.move(900, 500)
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(800)
        page.screenshot(path=pictures / "jupyterlab.png")
        browser.close()
    check_course(json.loads(course.read_text())["cells"], real_data)
