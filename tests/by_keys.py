"""Two hands without a pointer: Tab, Space, Enter, Escape. They look where they are at each stop."""

from datetime import date

from playwright.sync_api import Locator, Page

from tests.at_home import WORDS, sign_in

MANY = 150
# Where the focus is, and what of it cannot be seen. A line to write on is thicker, not outlined;
# the cover has one button, which is the whole page; of a day the browser marks each part itself.
# Where one writes, the first line is in sight.
STOP = """(wanted) => {
  const it = document.activeElement;
  if (it === document.body) return { isBody: true };
  const style = getComputedStyle(it), box = it.getClientRects()[0], wrong = [];
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const isUnderlined = it.matches(".writing") && style.borderBlockEndWidth === "2px";
  const isMarked = isOutlined || isUnderlined || it.type === "date" || it.closest("#cover");
  if (!isMarked) wrong.push("no outline");
  const middle = box.left + box.width / 2;
  const seen = (y) => {
    const hit = document.elementFromPoint(middle, y);
    return hit !== null && (it.contains(hit) || hit.contains(it));
  };
  const ends = it.matches("textarea") ? [box.top + 2] : [box.top + 2, box.bottom - 2];
  if (!ends.every(seen)) wrong.push("out of sight");
  return { isThere: it === wanted, wrong, html: it.outerHTML.slice(0, 90) };
}"""
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
LOST = "() => document.activeElement === document.body"


class Keys:
    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def at(self, address: str) -> None:
        self.page.goto(f"{self.url}{address}")

    def to(self, target: Locator, key: str = "Tab") -> None:
        """Tab on until there, past the end of the page once at most."""
        target.wait_for()
        if self.is_at(target):
            return
        ends = 0
        for _ in range(MANY):
            self.page.keyboard.press(key)
            stop = target.evaluate(STOP)
            ends += stop.get("isBody", False)
            assert ends < 2, f"nobody comes to {target}"
            assert not stop.get("wrong"), f"{stop['wrong']}: {stop['html']}"
            if stop.get("isThere"):
                return
        raise AssertionError(f"{MANY} keys do not lead to {target}")

    def is_at(self, target: Locator) -> bool:
        return target.evaluate("(it) => it === document.activeElement")

    def press(self, target: Locator, key: str = "Enter") -> None:
        self.to(target)
        self.page.keyboard.press(key)

    def type(self, target: Locator, words: str) -> None:
        """In place of what stands there."""
        self.to(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def type_day(self, target: Locator, day: date) -> None:
        self.to(target)
        self.page.keyboard.type(f"{day:%m%d%Y}")
        assert target.input_value() == day.isoformat()

    def unfold(self, summary: str) -> None:
        """The fold of this name; the focus stays on its name."""
        found = self.page.locator("summary:visible", has_text=summary).last
        self.press(found)
        assert found.evaluate("(it) => it.parentElement.open")
        self.goes_on()

    def follow(self, link: str, to: str) -> None:
        self.press(self.page.get_by_role("link", name=link).first)
        self.page.wait_for_url(to)

    def goes_on(self) -> None:
        """The last act has not taken the focus away from under the fingers."""
        self.page.evaluate(FRAMES)
        assert not self.page.evaluate(LOST), "the focus is on nothing"

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).locator("visible=true").first

    def close(self) -> None:
        """Shut the notebook, and come back to the page."""
        self.press(self.page.locator("header [data-close]"))
        self.page.wait_for_selector("html[data-notebook=shut]", state="attached")
        self.page.wait_for_timeout(200)  # nobody is back sooner
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector("#cover:not([open])", state="attached")
        self.goes_on()

    def unlock(self, user: str = "ana") -> None:
        self.page.locator("#unlock[open]").wait_for()
        self.type(self.page.locator("#unlock-passphrase"), WORDS[user])
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("#unlock:not([open])", state="attached")


def hands_of(user: str, home, phone, mine: bool = True):
    page = sign_in(phone(), home.house, user, mine=mine)
    yield Keys(page, home.house.url)
    assert page.faults == []


def agreed(home, name: str, sort: str):
    """A ritual of the two, from before."""
    ritual = home.ana.offer_ritual(name, f"{date.today()}", sort=sort, when="day")
    home.bo.sync()
    home.bo.agree_to_ritual(ritual, f"{date.today()}")
    return ritual
