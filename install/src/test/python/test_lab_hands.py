"""What a person does in JupyterLab: types, asks for help, runs, stops, restarts, moves a widget."""

import os
import re

import pytest
from playwright.sync_api import sync_playwright

from lab import FLAGS, Notebook, server, write_notebook

GROOVY = "nyala"
PYTHON = "nyala-python"
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
# The same gestures in both languages; the light theme has the one, the dark theme the other.
LOOKS = [("light", GROOVY), ("dark", PYTHON)]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=os.environ["NYALA_BROWSER"], args=FLAGS
        )
        yield launched
        launched.close()


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: look[0])
def lab(request, tmp_path_factory, own_jupyter):
    """A JupyterLab in a theme, and the kernel whose notebooks are opened there."""
    theme, kernel = request.param
    folder = tmp_path_factory.mktemp("notebooks")
    with server(folder, own_jupyter, THEMES[theme]) as url:
        yield theme, kernel, folder, url


@pytest.fixture
def opened(lab, browser):
    """Opens a notebook of these cells; closes it after the test."""
    theme, kernel, folder, url = lab
    pages = []

    def make(name, *sources):
        write_notebook(folder / f"{name}.ipynb", kernel, *sources)
        notebook = Notebook(browser, url, f"{name}.ipynb", theme == "dark")
        notebook.look, notebook.kernel = theme, kernel
        pages.append(notebook)
        return notebook

    yield make
    for notebook in pages:
        notebook.page.close()


def picture(notebook, name):
    notebook.picture(f"lab-{name}-{notebook.look}")


def must_offer(notebook, *wanted):
    popup = notebook.page.locator(".jp-Completer").filter(visible=True)
    for each in wanted:
        match = popup.locator(".jp-Completer-match").filter(has_text=each)
        match.first.wait_for(state="attached")


def test_tab_offers_the_arguments_of_the_very_call(opened):
    notebook = opened("tab", "")
    notebook.type(0, "keras.layers.LSTM(64, ")
    notebook.page.keyboard.press("Tab")
    must_offer(notebook, "return_sequences=", "recurrent_dropout=")
    picture(notebook, "completion")
    notebook.page.keyboard.press("Escape")
    notebook.type(0, "keras.layers.LSTM(64, activation='")
    notebook.page.keyboard.press("Tab")
    must_offer(notebook, "relu", "tanh")
    picture(notebook, "completion-values")
    notebook.page.keyboard.press("Escape")
    notebook.type(0, "keras.layers.Dense(8, activation='rel")
    notebook.page.keyboard.press("Tab")
    notebook.page.wait_for_function(
        """() => {
            const text = document.querySelector('.jp-Notebook .cm-content').innerText;
            return text.includes("'relu") || document.querySelector('.jp-Completer-item');
        }"""
    )


def test_shift_tab_shows_signature_and_documentation(opened):
    notebook = opened("tooltip", "")
    notebook.type(0, "keras.layers.LSTM(")
    notebook.page.keyboard.press("Shift+Tab")
    popup = notebook.page.locator(".jp-Tooltip").filter(visible=True)
    popup.filter(has_text="return_sequences=False").wait_for()
    popup.locator("table td").filter(has_text="units").first.wait_for()
    picture(notebook, "tooltip")


def test_a_busy_loop_is_stopped(opened):
    notebook = opened("stop", "while (True):\n    pass", "6 * 7")
    if notebook.kernel == GROOVY:
        notebook.type(0, "while (true) { }")
    notebook.start(0)
    notebook.wait_until("busy")
    notebook.menu("Kernel", "Interrupt Kernel")
    notebook.until_shown(0, "KeyboardInterrupt")
    picture(notebook, "stopped")
    notebook.run(1)
    notebook.until_shown(1, "42")


def test_a_restart_forgets_and_run_all_runs_all(opened):
    notebook = opened("restart", "kept = 41", "kept + 1")
    notebook.menu("Run", "Run All Cells")
    notebook.until_shown(1, "42")
    notebook.menu("Kernel", "Restart Kernel…")
    notebook.agree()
    notebook.wait_until("idle")
    notebook.run(1)
    notebook.until_shown(1, "NameError")
    picture(notebook, "restarted")
    notebook.menu("Run", "Run All Cells")
    notebook.until_shown(1, re.compile(r"42\s*$"))


WIDGETS = {
    GROOVY: (
        "slider = IntSlider(value: 3, max: 10, description: 'units')\n"
        "button = Button(description: 'Press', button_style: 'primary')\n"
        "menu = Dropdown(options: ['SimpleRNN', 'LSTM', 'GRU'], description: 'layer')\n"
        "tick = Checkbox(value: true, description: 'deep')\n"
        "bar = FloatProgress(value: 4, max: 10, description: 'bar')\n"
        "out = Output()\n"
        "slider.observe({ change -> out.with { print('units =', change.new) } }, 'value')\n"
        "button.on_click { b -> out.with { print('pressed', b.description) } }\n"
        "VBox([HBox([slider, menu]), HBox([tick, bar]), HTML('<b>markup</b>'), button, out])",
        "interact(n: 1..9, word: 'deer') { n, word -> print(word * n) }",
    ),
    PYTHON: (
        "from ipywidgets import *\n"
        "slider = IntSlider(value=3, max=10, description='units')\n"
        "button = Button(description='Press', button_style='primary')\n"
        "menu = Dropdown(options=['SimpleRNN', 'LSTM', 'GRU'], description='layer')\n"
        "tick = Checkbox(value=True, description='deep')\n"
        "bar = FloatProgress(value=4, max=10, description='bar')\n"
        "out = Output()\n"
        "def moved(change):\n"
        "    with out:\n"
        "        print('units =', change.new)\n"
        "slider.observe(moved, names='value')\n"
        "@out.capture()\n"
        "def pressed(b):\n"
        "    print('pressed', b.description)\n"
        "button.on_click(pressed)\n"
        "VBox([HBox([slider, menu]), HBox([tick, bar]), HTML('<b>markup</b>'), button, out])",
        "@interact(n=(1, 9), word='deer')\ndef show(n, word):\n    print(word * n)",
    ),
}


def move(notebook, number, keys):
    handle = notebook.output(number).locator(".noUi-handle").first
    handle.focus()
    for key in keys:
        notebook.page.keyboard.press(key)


def test_a_slider_moves_and_a_button_is_pressed(opened):
    notebook = opened("widgets", "", "", "slider.value")
    first, second = WIDGETS[notebook.kernel]
    notebook.type(0, first)
    notebook.run(0)
    notebook.output(0).locator(".widget-slider").wait_for()
    move(notebook, 0, ["ArrowRight", "ArrowRight"])
    notebook.until_shown(0, "units = 5")
    notebook.output(0).get_by_role("button", name="Press").click()
    notebook.until_shown(0, "pressed Press")
    notebook.run(2)
    notebook.until_shown(2, "5")
    notebook.type(1, second)
    notebook.run(1)
    notebook.until_shown(1, re.compile("deer" * 5))
    move(notebook, 1, ["ArrowLeft", "ArrowLeft"])
    notebook.until_shown(1, re.compile(r"(?<!deer)(deer){3}(?!deer)"))
    picture(notebook, "widgets")
