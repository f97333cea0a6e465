"""Take the pictures of the page for the docs: ``python scripts/write_screenshots.py``; needs Chromium.

They show the made-up interviews alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

DOCS = Path(__file__).resolve().parent.parent / "docs"
DESKTOP: ViewportSize = {"width": 1180, "height": 760}
PHONE: ViewportSize = {"width": 390, "height": 780}


def main() -> None:
    chromium = os.environ.get("WENTWELL_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.exit("no Chromium here; install it, or name one in WENTWELL_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal.sqlite"
        command = [sys.executable, "-m", "wentwell", "--journal", str(journal), "serve", "--port", "0"]
        server = subprocess.Popen([*command, "--no-browser"], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = next(word for word in server.stdout.readline().split() if word.startswith("http"))
            take(chromium, address)
        finally:
            server.terminate()
            server.wait(10)


def take(chromium: str, address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(base_url=address, viewport=DESKTOP, color_scheme="light")
        page.goto("/")
        page.get_by_role("button", name="Try it on made-up interviews").click()
        page.wait_for_url("**/demo/")
        page.goto("/demo/interview/2")
        page.screenshot(path=DOCS / "page-answer.png")
        # without motion: a picture taken while the page still scrolls shows another place
        dark = browser.new_page(
            base_url=address, viewport=DESKTOP, color_scheme="dark", reduced_motion="reduce"
        )
        dark.goto("/demo/interview/2#words")
        dark.screenshot(path=DOCS / "page-words-dark.png")
        phone = browser.new_page(
            base_url=address, viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True
        )
        phone.goto("/demo/debrief/2/talk")
        phone.screenshot(path=DOCS / "page-debrief-phone.png")
        browser.close()


if __name__ == "__main__":
    main()
