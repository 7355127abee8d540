"""The playground in JupyterLab, in a real browser: it learns while one watches, and obeys."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs the program chromium"),
]

FLAGS = [
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PATIENCE = 180_000
"""Milliseconds that a busy machine may take for anything."""
COUNT_FRAMES = """
image => {
    window.frames_seen = 0;
    new MutationObserver(() => window.frames_seen++).observe(image, {attributeFilter: ["src"]});
}
"""


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory):
    """The address of a JupyterLab with a notebook for each language."""
    folder = tmp_path_factory.mktemp("jupyter")
    for lang in ("en", "ja"):
        code = f'from autograder.playground import Playground\n\nPlayground(lang="{lang}")'
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(code)],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        )
        nbformat.write(notebook, folder / f"{lang}.ipynb")
    port, token = free_port(), "playground"
    home = {name: str(folder / name) for name in ("HOME", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
            *(f"--port={port}", "--ServerApp.port_retries=0", "--ip=127.0.0.1"),
            *(f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"),
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        env={**os.environ, **home},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api?token={token}", server)
        yield lambda lang: f"{address}/lab/workspaces/{lang}/tree/{lang}.ipynb?token={token}"
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for(address, server):
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end:
        assert server.poll() is None, "JupyterLab ended"
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    pytest.fail("JupyterLab did not start")


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    page.close()


def keep(page, name, tmp_path):
    """Keeps a picture of the page; where, `KATA_SCREENSHOTS` says."""
    folder = Path(os.environ.get("KATA_SCREENSHOTS", tmp_path))
    page.screenshot(path=folder / f"{name}.png")


def button(page, text):
    """By its text: the accessible name would have the icon's character in it."""
    return page.locator("button.jupyter-button", has_text=text)


@pytest.mark.parametrize(
    ("lang", "play", "pause", "spiral"),
    [("en", "Play", "Pause", "Spiral"), ("ja", "再生", "一時停止", "らせん")],
)
def test_playground_learns_while_one_watches(
    jupyter, page, tmp_path, lang, play, pause, spiral, record_property
):
    page.goto(jupyter(lang))
    page.locator(".jp-Cell .cm-content").click()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(
        state="attached"
    )
    page.keyboard.press("Control+Enter")
    image = page.locator("img.kata-playground")
    image.wait_for()
    start = image.get_attribute("src")
    keep(page, f"playground_{lang}_start", tmp_path)

    image.evaluate(COUNT_FRAMES)
    button(page, play).click()
    button(page, pause).wait_for()
    page.wait_for_function("window.frames_seen >= 60")
    before, began = page.evaluate("window.frames_seen"), time.monotonic()
    page.wait_for_timeout(4000)
    seen = page.evaluate("window.frames_seen") - before
    rate = seen / (time.monotonic() - began)
    record_property("frames_a_second", rate)
    print(f"{lang}: {rate:.1f} frames a second in the browser")
    assert seen > 0, "the picture stands still while it plays"
    keep(page, f"playground_{lang}_learned", tmp_path)

    button(page, pause).click()
    button(page, play).wait_for()
    page.wait_for_timeout(1500)
    paused = image.get_attribute("src")
    assert paused != start
    page.wait_for_timeout(1500)
    assert image.get_attribute("src") == paused, "it goes on after Pause"

    button(page, spiral).click()
    page.wait_for_function(
        "old => document.querySelector('img.kata-playground').src != old", arg=paused
    )
    button(page, "sin(x₁)").click()
    page.wait_for_timeout(1500)
    keep(page, f"playground_{lang}_spiral", tmp_path)
    assert page.errors == []
