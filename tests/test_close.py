"""Close, everybody's everyday control, in a real browser."""

import pytest

from tests.at_home import sign_in

pytestmark = pytest.mark.browser
CLOSE = "header [data-close]"


@pytest.fixture
def page(home, phone):
    """Ana's phone on a page of her own, her notebook open."""
    page = sign_in(phone(), home.house, "ana")
    page.goto(f"{home.house.url}/talk/")
    page.wait_for_selector("html[data-notebook=open]")
    return page


def is_covered(page) -> bool:
    return page.evaluate("document.getElementById('cover').open")


def touch(page, kind: str):
    box = page.locator(CLOSE).bounding_box()
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    points = [point] if kind == "touchStart" else []
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_tap_covers_at_once_and_shuts_the_notebook(page):
    page.evaluate(
        """() => {
        addEventListener("pointerdown", () => (window.down = performance.now()), true);
        const cover = document.getElementById("cover");
        const seen = () => (window.took = performance.now() - window.down);
        new MutationObserver(seen).observe(cover, { attributes: true });
        }"""
    )
    page.tap(CLOSE)
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert is_covered(page)
    assert page.evaluate("window.took") < 300
    assert "Drawleaf" not in page.title()
    page.wait_for_timeout(1200)
    assert page.url.endswith("/talk/")


def test_a_tap_anywhere_comes_back_to_a_shut_notebook(page):
    page.tap(CLOSE)
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    page.tap("#cover button")
    page.wait_for_selector("#cover:not([open])", state="attached")
    assert page.title() == "Talk"
    assert page.locator("html").get_attribute("data-notebook") == "shut"


def test_held_it_signs_out_empties_the_device_and_leaves(page, home):
    touch(page, "touchStart")
    page.wait_for_url("about:blank")
    page.goto(f"{home.house.url}/talk/")
    assert "/sign-in/" in page.url
    left = page.evaluate(
        """async () => {
        const counts = [sessionStorage.length, localStorage.length, (await caches.keys()).length];
        for (const { name } of await indexedDB.databases()) {
          const db = await new Promise((done) => {
            indexedDB.open(name).onsuccess = (event) => done(event.target.result);
          });
          for (const store of db.objectStoreNames) {
            const all = db.transaction(store).objectStore(store).count();
            counts.push(await new Promise((done) => (all.onsuccess = () => done(all.result))));
          }
          db.close();
        }
        return counts;
        }"""
    )
    assert sum(left) == 0


def test_held_without_a_line_it_ends_the_session_on_the_next_page(page, home):
    kept = "localStorage.setItem('drawleaf-more', '1'); sessionStorage.setItem('drawleaf:join', '')"
    page.evaluate(kept)
    page.route("**/sign-out/", lambda route: route.abort())
    page.focus(CLOSE)
    page.keyboard.press("Shift+Enter")
    page.wait_for_url("about:blank")
    asked = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.goto(f"{home.house.url}/")
    page.get_by_text("You are not signed out yet").wait_for()
    assert is_covered(page)
    assert not [url for method, url in asked if "/feed/" in url or "/keyring/" in url]
    page.unroute("**/sign-out/")
    page.tap("#cover button")
    page.wait_for_url("**/sign-in/**")
    assert not is_covered(page)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.goto(f"{home.house.url}/talk/")
    assert "/sign-in/" in page.url


@pytest.mark.parametrize("keys", ["Enter", " "])
def test_keys_do_the_same(page, keys):
    page.focus(CLOSE)
    page.keyboard.press(keys)
    assert is_covered(page)
    page.wait_for_timeout(200)  # nobody is back sooner
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.getElementById('cover').open")
    page.focus(CLOSE)
    page.keyboard.down(keys)
    page.wait_for_url("about:blank")


def test_shift_and_enter_leave_without_holding(page):
    page.focus(CLOSE)
    page.keyboard.press("Shift+Enter")
    page.wait_for_url("about:blank")


def test_a_page_out_of_view_is_covered_and_comes_back_by_itself(page):
    def turn(hidden: str):
        page.evaluate(
            f"""() => {{
            Object.defineProperty(document, "hidden", {{ value: {hidden}, configurable: true }});
            document.dispatchEvent(new Event("visibilitychange"));
            }}"""
        )

    turn("true")
    assert is_covered(page)
    turn("false")
    page.wait_for_selector("#cover:not([open])", state="attached")
    assert page.locator("html").get_attribute("data-notebook") == "open"


def test_help_opens_without_a_request_and_has_its_own_close(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.tap("[data-help]")
    page.wait_for_selector("dialog.page[open]")
    page.wait_for_timeout(300)
    assert asked == []
    page.tap("dialog.page [data-close]")
    assert is_covered(page)


def test_without_scripts_close_leaves_and_help_can_be_read(house, phone):
    page = phone(java_script_enabled=False).new_page()
    page.goto(f"{house.url}/help/")
    assert page.is_visible("text=If you are afraid")
    assert page.get_attribute(CLOSE, "href") == "about:blank"
