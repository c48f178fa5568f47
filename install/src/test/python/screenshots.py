"""Pictures of every output of a notebook: in JupyterLab, light, dark, and before the notebook is
trusted; in nbconvert's page, on a screen and on paper; and what GitHub's viewer leaves of it.

    install/nyala screenshots [NOTEBOOK.ipynb] [--docs FOLDER]

The notebook is shown as it was saved; no kernel runs. Pictures go to target/screenshots, one
folder for each place; look at them. With --docs, small ones of both themes go to FOLDER too.
"""

import argparse
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

HOME = Path(os.environ.get("NYALA_HOME", Path(__file__).parents[4]))
TOKEN = "for-pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
WIDTH = 980
PLACES = {
    "light": ("lab", "JupyterLab Light"),
    "dark": ("lab", "JupyterLab Dark"),
    "untrusted": ("lab", "JupyterLab Dark"),
    "page": ("nbconvert", "screen"),
    "print": ("nbconvert", "print"),
    "github": ("github", None),
}
# What html-pipeline, GitHub's filter, lets pass; it knows no styles, classes and ids.
ELEMENTS = (
    "h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead tbody"
    " tfoot blockquote dl dt dd kbd q samp var hr li tr td th s strike summary details caption figure"
    " figcaption abbr cite dfn mark small span time"
).split()
ATTRIBUTES = ["alt", "width", "height", "src", "title", "start", "open", "colspan", "rowspan", "align"]


def program(name):
    return str(Path(sys.executable).parent / name)


def named_outputs(notebook):
    """The code cells that show something: their place among code cells, and their name."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return [(i, cell["id"]) for i, cell in enumerate(code) if cell["outputs"]]


def settings(folder, theme):
    """JupyterLab's settings: the theme, and every cell on the page at once."""
    written = {
        "apputils-extension/themes": {"theme": theme},
        "notebook-extension/tracker": {"windowingMode": "none"},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    for name, values in written.items():
        file = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    return folder


def environment(base):
    """Keeps the person's own Jupyter out of it."""
    own = dict(os.environ)
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        (base / name.lower()).mkdir(exist_ok=True)
        own[name] = str(base / name.lower())
    return own


def start_lab(base, notebook, theme, trusted):
    """A JupyterLab that serves the notebook's folder, and its address."""
    own = environment(base)
    own["JUPYTERLAB_SETTINGS_DIR"] = str(settings(base / f"settings {theme}", theme))
    if trusted:
        subprocess.run([program("jupyter-trust"), str(notebook)], env=own, check=True, capture_output=True)
    server = subprocess.Popen(
        [
            program("jupyter-lab"),
            "--no-browser",
            "--allow-root",
            "--ip=127.0.0.1",
            "--port=0",
            f"--IdentityProvider.token={TOKEN}",
            f"--ServerApp.root_dir={notebook.parent}",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        env=own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    running = Path(own["JUPYTER_RUNTIME_DIR"]) / f"jpserver-{server.pid}.json"
    for _ in range(900):
        if running.is_file() and running.stat().st_size:
            return server, json.loads(running.read_text())["url"]
        if server.poll() is not None:
            break
        time.sleep(0.2)
    server.kill()
    raise SystemExit("JupyterLab did not start")


def hold(output):
    """Films are held at their last word, so that every run gives the same picture."""
    words = output.locator(".words label")
    if words.count():
        words.last.evaluate("label => label.click()")


def take(cells, outputs, folder):
    """A picture of each output; cells are the code cells of the page."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, name in outputs:
        output = cells.nth(place)
        output.scroll_into_view_if_needed()
        hold(output)
        output.screenshot(path=folder / f"{name}.png")


def decline_kernel(page):
    """Closes the questions, for a kernel above all, that come some time after the notebook."""
    asked, quiet = False, 0
    for _ in range(240):
        buttons = page.locator("dialog.jp-Dialog button.jp-mod-reject").filter(visible=True)
        if buttons.count():
            buttons.first.click(timeout=5000)
            asked, quiet = True, 0
        quiet += 1
        if quiet > (6 if asked else 120):
            return
        page.wait_for_timeout(500)


def in_lab(browser, base, notebook, theme, trusted, outputs, folder):
    server, address = start_lab(base, notebook, theme, trusted)
    try:
        scheme = "dark" if "Dark" in theme else "light"
        page = browser.new_page(viewport={"width": WIDTH, "height": 1400}, color_scheme=scheme)
        page.goto(f"{address}lab/tree/{notebook.name}?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=120_000)
        decline_kernel(page)
        for panel in page.locator("#jp-left-stack").filter(visible=True).all():
            panel.evaluate("it => it.style.setProperty('display', 'none', 'important')")
            page.keyboard.press("Control+b")
        page.add_style_tag(content=".jp-OutputArea-prompt,.jp-OutputPrompt{display:none!important}")
        page.wait_for_timeout(1500)
        take(page.locator(".jp-CodeCell .jp-OutputArea.jp-Cell-outputArea"), outputs, folder)
        page.close()
    finally:
        server.terminate()
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()


def in_page(browser, base, notebook, medium, outputs, folder):
    subprocess.run(
        [
            program("jupyter-nbconvert"),
            "--to=html",
            "--log-level=ERROR",
            f"--output-dir={base}",
            "--output=page.html",
            str(notebook),
        ],
        env=environment(base),
        check=True,
    )
    page = browser.new_page(viewport={"width": WIDTH, "height": 1400})
    # The page's own scripts come from the network; outputs have to do without.
    page.route("**/*", lambda r: r.continue_() if r.request.url[:5] in ("file:", "data:") else r.abort())
    page.emulate_media(media=medium)
    page.goto(f"file://{base}/page.html", wait_until="domcontentloaded")
    take(page.locator(".jp-CodeCell .jp-Cell-outputWrapper"), outputs, folder)
    page.close()


def on_github(browser, notebook, outputs, folder):
    """As its filter leaves it; the look of the page around is not GitHub's."""
    import bleach

    code = [cell for cell in json.loads(notebook.read_text())["cells"] if cell["cell_type"] == "code"]
    cleaner = bleach.Cleaner(ELEMENTS, {"*": ATTRIBUTES}, ["data"], strip=True)
    cells = []
    for cell in code:
        shown = []
        for output in cell["outputs"]:
            data = output.get("data", {"text/plain": output.get("text", "")})
            markup = "".join(data.get("text/html", ""))
            # The filter drops style sheets with what is in them.
            markup = re.sub(r"<style>.*?</style>", "", markup, flags=re.S)
            words = html.escape("".join(data["text/plain"]))
            shown.append(cleaner.clean(markup) if markup else f"<pre>{words}</pre>")
        cells.append(f"<div class=cell>{''.join(shown)}</div>")
    page = browser.new_page(viewport={"width": WIDTH, "height": 1400})
    style = "body{font:14px sans-serif}img{max-width:100%}td,th{padding:4px 8px}pre{white-space:pre-wrap}"
    page.set_content(f"<style>{style}</style>{''.join(cells)}")
    take(page.locator(".cell"), outputs, folder)
    page.close()


def lessen(picture, target):
    """A picture of few colours: charts and tables lose nothing by it."""
    from PIL import Image

    image = Image.open(picture).convert("RGB")
    if image.width > 800:
        image = image.resize((800, image.height * 800 // image.width), Image.LANCZOS)
    target.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(96, dither=Image.Dither.NONE).save(target, optimize=True)


def main():
    parser = argparse.ArgumentParser(prog="nyala screenshots", description=__doc__.splitlines()[0])
    parser.add_argument("notebook", nargs="?", type=Path, default=HOME / "notebooks" / "gallery.ipynb")
    parser.add_argument("--out", type=Path, default=HOME / "target" / "screenshots")
    parser.add_argument("--places", nargs="+", choices=PLACES, default=list(PLACES))
    parser.add_argument("--docs", type=Path, help="where small pictures of both themes go")
    given = parser.parse_args()
    outputs = named_outputs(json.loads(given.notebook.read_text()))
    if not outputs:
        raise SystemExit(f"{given.notebook} has no outputs; run it first")
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        base = Path(temporary)
        (base / "notebooks").mkdir()
        notebook = base / "notebooks" / given.notebook.name
        notebook.write_text(given.notebook.read_text())
        browser = playwright.chromium.launch(executable_path=os.environ["NYALA_BROWSER"], args=FLAGS)
        for name in given.places:
            where, how = PLACES[name]
            folder = given.out / name
            if where == "lab":
                own = base / name
                own.mkdir()
                in_lab(browser, own, notebook, how, name != "untrusted", outputs, folder)
            elif where == "github":
                on_github(browser, notebook, outputs, folder)
            else:
                in_page(browser, base, notebook, how, outputs, folder)
            print(f"{len(outputs)} pictures in {folder}", flush=True)
        browser.close()
    if given.docs:
        for theme in ("light", "dark"):
            for _, name in outputs:
                lessen(given.out / theme / f"{name}.png", given.docs / f"{name}-{theme}.png")


if __name__ == "__main__":
    main()
