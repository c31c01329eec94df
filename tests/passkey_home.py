"""Phones with an authenticator of Chromium's own, on http://localhost and on an https:// name."""

import ssl
import subprocess
import sys
import time
import urllib.request

from bench.house import ROOT, House, environment
from demo.phone import QUIET
from tests.entering import sign_up

NAME = "leaf.test"
UNCHECKED = ssl._create_unverified_context()


class SecureHouse(House):
    """The same server behind a name of its own, with a certificate for trying."""

    def __init__(self, var):
        super().__init__(var)
        self.url = f"https://{NAME}:{self.port}"

    def start(self):
        words = ["-m", "drawleaf.config.serve", "--port", str(self.port), "--https", NAME]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *words],
                env=environment(self.var),
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        for _ in range(400):
            assert self.process.poll() is None, self.log.read_text()
            try:
                where = f"https://127.0.0.1:{self.port}/healthz"
                with urllib.request.urlopen(where, timeout=1, context=UNCHECKED):
                    return
            except OSError:
                time.sleep(0.05)
        raise TimeoutError("The server did not answer.")


TRUSTING = [*QUIET, "--ignore-certificate-errors", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]


class Keys:
    """The authenticator of one page; its passkeys stay while the page does."""

    def __init__(self, page, prf=True):
        self.line = page.context.new_cdp_session(page)
        self.line.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
            "hasPrf": prf,
        }
        made = self.line.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.which = {"authenticatorId": made["authenticatorId"]}

    def all(self) -> list[dict]:
        return self.line.send("WebAuthn.getCredentials", self.which)["credentials"]

    def is_another_finger(self):
        """Whoever holds this phone now is not its owner."""
        self.line.send("WebAuthn.setUserVerified", self.which | {"isUserVerified": False})


def add_passkey(page, house, words: str):
    """In settings, with the passphrase; the list shows one more."""
    page.goto(f"{house.url}/settings/")
    page.wait_for_selector("[data-add-passkey]:not([hidden])")
    before = page.locator("#passkeys li").count()
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text("To change who can come in").wait_for()
    assert not page.locator("#unlock [data-by-passkey]").is_visible()
    page.fill("#unlock-passphrase", words)
    page.click("#unlock form .button.mine")
    page.locator("#passkeys li").nth(before).wait_for()


def shut(page):
    """Close, and lift the cover again: the notebook is shut."""
    page.tap("header [data-close]")
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    page.tap("#cover button")


def sign_out(page, house):
    page.goto(f"{house.url}/settings/")
    page.locator("form[data-sign-out] .button").click()
    page.wait_for_url("**/sign-in/")


def is_open(page):
    page.wait_for_selector("html[data-notebook=open]", state="attached")


def newcomer(phone, house, *, mine=True, **keys):
    """Ana, just signed up, on a phone with an authenticator; `words` is her passphrase."""
    page = phone().new_page()
    page.sent = []
    page.on("request", lambda request: page.sent.append(request.post_data or ""))
    page.keys = Keys(page, **keys)
    page.goto(f"{house.url}/sign-up/")
    page.set_checked("input[name=mine]", mine)
    page.words = sign_up(page, "Ana", house.first_code)
    page.wait_for_url(f"{house.url}/")
    return page


def by_passkey(page, house):
    page.goto(f"{house.url}/sign-in/")
    page.get_by_role("button", name="With a passkey").click()


def unlock_by_passkey(page, house):
    page.goto(f"{house.url}/notebook/")
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name="Open with your passkey").click()
    is_open(page)


def says(page, words):
    page.locator(".say", has_text=words).first.wait_for()
