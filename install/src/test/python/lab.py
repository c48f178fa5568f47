"""JupyterLab in a headless Chromium, as the tests use it. They wait for what is to be seen, never for time."""

import json
import os
import re
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import nbformat

from conftest import HOME, venv_program

TOKEN = "for-this-test"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PATIENCE = 300_000  # milliseconds, for the busiest machine: only a failing test waits so long
PICTURES = HOME / "target" / "test"
KERNELS = {
    "nyala": ("Groovy (Nyala)", "groovy"),
    "nyala-python": ("Python cells (Nyala)", "python"),
}


def write_notebook(path, kernel, *sources):
    """A notebook for a kernel, with one cell for each source."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    name, language = KERNELS[kernel]
    notebook.metadata["kernelspec"] = {"name": kernel, "display_name": name, "language": language}
    nbformat.write(notebook, path)
    return path


def write_settings(folder, theme):
    """JupyterLab's settings: the theme, no news, every cell on the page at once."""
    written = {
        "apputils-extension/themes": {"theme": theme},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"windowingMode": "none"},
        "completer-extension/manager": {"providerTimeout": 600_000},
    }
    for name, values in written.items():
        file = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    return folder


@contextmanager
def server(folder, base, theme="JupyterLab Light"):
    """The address of a JupyterLab that serves a folder."""
    settings = write_settings(base / f"settings-{theme.split()[-1].lower()}", theme)
    log_file = base / "lab.log"
    with open(log_file, "wb") as log:
        process = subprocess.Popen(
            [
                venv_program("jupyter-lab"),
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                "--port=0",
                f"--IdentityProvider.token={TOKEN}",
                f"--ServerApp.root_dir={folder}",
                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            ],
            env={**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(settings)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield address(process, log_file)
        finally:
            process.terminate()
            try:
                process.wait(timeout=60)
            finally:
                process.kill()


def address(process, log_file):
    running = Path(os.environ["JUPYTER_RUNTIME_DIR"]) / f"jpserver-{process.pid}.json"
    deadline = time.monotonic() + PATIENCE / 1000
    while process.poll() is None and time.monotonic() < deadline:
        if running.is_file() and running.stat().st_size:
            return json.loads(running.read_text())["url"]
        time.sleep(0.2)
    raise AssertionError("JupyterLab did not start:\n" + log_file.read_text())


class Notebook:
    """A notebook on the page, as a person handles it."""

    def __init__(self, browser, url, name, dark=False):
        self.page = browser.new_page(
            viewport={"width": 1280, "height": 900}, color_scheme="dark" if dark else "light"
        )
        self.page.set_default_timeout(PATIENCE)
        # A workspace of its own: no other notebook opens beside it.
        space = name.removesuffix(".ipynb")
        self.page.goto(f"{url}lab/workspaces/{space}/tree/{name}?token={TOKEN}")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.wait_until("idle")
        self.page.keyboard.press("Control+b")

    def wait_until(self, status):
        """Waits until a kernel is there, and is idle or busy."""
        bar = self.page.locator("#jp-main-statusbar .jp-StatusBar-TextItem")
        bar.filter(has_text=re.compile(rf"\(Nyala\) \| {status.capitalize()}")).wait_for()

    def cell(self, number):
        return self.page.locator(".jp-Notebook .jp-CodeCell").nth(number)

    def output(self, number):
        return self.cell(number).locator(".jp-Cell-outputArea")

    def edit(self, number):
        """Puts the cursor at the end of a cell."""
        self.cell(number).locator(".cm-content").click()
        self.page.keyboard.press("Control+End")

    def type(self, number, text):
        """Puts text in place of a cell's."""
        self.edit(number)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def start(self, number):
        """Runs a cell and waits only until it is sent."""
        self.edit(number)
        self.page.keyboard.press("Control+Enter")

    def run(self, number):
        """Runs a cell to its end."""
        before = self.prompt(number)
        self.start(number)
        self.until_ran(number, before)

    def prompt(self, number):
        return self.cell(number).locator(".jp-InputPrompt").inner_text()

    def until_ran(self, number, before=""):
        """Waits until a cell has another number than before."""
        self.page.wait_for_function(
            """([number, before]) => {
                const cell = document.querySelectorAll('.jp-Notebook .jp-CodeCell')[number];
                const prompt = cell.querySelector('.jp-InputPrompt').innerText.trim();
                return /\\[\\d+\\]/.test(prompt) && prompt !== before;
            }""",
            arg=[number, before.strip()],
        )

    def until_shown(self, number, text):
        """Waits until a cell's output holds a text, or matches a pattern."""
        pattern = text if isinstance(text, re.Pattern) else re.compile(re.escape(text))
        self.output(number).filter(has_text=pattern).wait_for()

    def menu(self, bar, item):
        """Chooses an item of a menu."""
        self.page.get_by_role("menuitem", name=bar, exact=True).click()
        label = re.compile(f"^{re.escape(item)}$")
        self.page.locator(".lm-Menu-itemLabel").filter(has_text=label).click()

    def agree(self):
        """Answers a question with yes."""
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()

    def picture(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png")
