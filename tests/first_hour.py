"""How long the first hour takes a person: typing, tapping, and reading all that is shown."""

import re

WORDS_TYPED = 40 / 60  # a second
WORDS_READ = 200 / 60
TAP = 1.5


class Reader:
    """Somebody with a phone page, who reads every screen and counts what it costs."""

    def __init__(self, page, name: str):
        self.page, self.name = page, name
        self.taps = self.typed = self.read = 0
        self.seen = ""

    def look(self, heading: str):
        """Wait for this heading, then read everything on the screen that was not there before."""
        self.page.get_by_role("heading", name=re.compile(heading)).first.wait_for()
        shown = self.page.locator("body").inner_text().removeprefix("To the page")
        known = set(self.seen.splitlines())
        self.read += sum(len(line.split()) for line in shown.splitlines() if line not in known)
        self.seen = shown

    def tap(self, name: str, role: str = "button"):
        self.taps += 1
        self.page.locator(":is(main, dialog[open])").get_by_role(role, name=name).last.click()

    def type(self, label: str, text: str):
        self.taps += 1
        self.typed += len(text.split())
        self.page.get_by_label(label, exact=True).fill(text)

    @property
    def seconds(self) -> float:
        return self.taps * TAP + self.typed / WORDS_TYPED + self.read / WORDS_READ

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.taps} taps, {self.typed} words typed, {self.read} read, "
            f"{self.seconds:.0f} s"
        )
