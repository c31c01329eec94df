"""Server stopped, line lost, device full: nothing that was kept is lost, nothing comes twice."""

import pytest

from tests.at_home import WORDS, said, sign_in, unlock, write
from tests.without_server import shell_is_kept, stopped

pytestmark = pytest.mark.browser
FULL = """() => {
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""


def sent(page, home, texts: list[str]):
    """Wait until the server has exactly these entries of Ana's."""
    for _ in range(60):
        if sorted(home.texts(home.ana)) == sorted(texts):
            return
        page.wait_for_timeout(250)
    assert sorted(home.texts(home.ana)) == sorted(texts)


def test_with_the_server_stopped_one_opens_writes_and_it_arrives_once(home, phone):
    context = phone()
    page = sign_in(context, home.house, "ana", mine=True)
    write(page, home.house, "before")
    said(page, "Kept.")
    page.goto(f"{home.house.url}/")
    shell_is_kept(page)
    page.close()
    with stopped(home.house):
        page = context.new_page()
        page.goto(f"{home.house.url}/notebook/")
        page.get_by_role("button", name="Open").click()
        unlock(page, "ana")
        page.get_by_role("link", name="before").wait_for()
        page.goto(f"{home.house.url}/")
        page.fill("#line", "without a line")
        page.get_by_role("button", name="Keep").click()
        said(page, "Kept on this device. It goes to the server when there is a connection.")
        page.goto(f"{home.house.url}/table/leaves/")
        page.get_by_role("heading").first.wait_for()
        page.close()
    page = context.new_page()
    page.goto(f"{home.house.url}/")
    sent(page, home, ["before", "without a line"])
    page.reload()
    page.wait_for_timeout(500)
    sent(page, home, ["before", "without a line"])


def test_on_any_other_device_it_is_not_kept_until_the_server_has_it(home, phone):
    page = sign_in(phone(), home.house, "ana")
    page.goto(f"{home.house.url}/notebook/#write")
    page.wait_for_selector("#entry-words")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with stopped(home.house):
        page.fill("#entry-words", "without a line")
        page.get_by_role("button", name="Keep").click()
        said(page, "Not kept yet: there is no connection to the server.")
        with page.expect_event("dialog"):
            page.close(run_before_unload=True)
        assert asked == ["beforeunload"]
    page.evaluate("dispatchEvent(new Event('online'))")
    sent(page, home, ["without a line"])
    page.wait_for_timeout(1000)
    page.reload()
    assert asked == ["beforeunload"]


def test_words_on_their_way_to_the_table_when_the_line_is_lost_lie_there_once(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    write(page, home.house, "One sentence.")
    page.get_by_role("link", name="Share a passage").click()
    page.get_by_role("checkbox", name="One sentence.").click()
    lost = [True, False]

    def line(route):
        if lost.pop(0):
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/table/leaves/", line)
    page.get_by_role("button", name="Lay it on the table").click()
    said(page, "There is no connection to the server")
    page.get_by_role("button", name="Lay it on the table").click()
    page.wait_for_url("**/table/leaves/*/")
    home.bo.sync()
    assert [leaf.text for leaf in home.bo.leaves()] == ["One sentence."]


def test_what_two_devices_changed_is_there_twice_with_one_plain_sentence(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    write(page, home.house, "first")
    said(page, "Kept.")
    home.ana.sync()
    [entry] = home.ana.entries()
    home.ana.edit(entry, "changed elsewhere")
    page.get_by_role("link", name="Change").click()
    page.fill("#entry-words", "changed here")
    page.get_by_role("button", name="Keep").click()
    said(page, "Both are kept")
    page.goto(f"{home.house.url}/notebook/")
    page.get_by_role("link", name="changed elsewhere").wait_for()
    assert "also written here" in page.get_by_role("link", name="changed here").inner_text()
    sent(page, home, ["changed elsewhere", "changed here"])


def test_a_full_device_says_so_and_the_words_stay(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/notebook/#write")
    page.wait_for_selector("#entry-words")
    page.evaluate(FULL)
    page.fill("#entry-words", "straight to the server")
    page.get_by_role("button", name="Keep").click()
    page.wait_for_url("**/notebook/#entry/*")
    sent(page, home, ["straight to the server"])
    page.goto(f"{home.house.url}/notebook/#write")
    page.reload()
    page.wait_for_selector("#entry-words")
    page.evaluate(FULL)
    with stopped(home.house):
        page.fill("#entry-words", "nowhere to go")
        page.get_by_role("button", name="Keep").click()
        said(page, "This device has no room to keep it")
        assert page.input_value("#entry-words") == "nowhere to go"
    page.get_by_role("button", name="Keep").click()
    page.wait_for_url("**/notebook/#entry/*")
    sent(page, home, ["straight to the server", "nowhere to go"])


def test_after_signing_out_nothing_of_the_shell_is_left(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    shell_is_kept(page)
    page.goto(f"{home.house.url}/settings/")
    page.locator("form[data-sign-out] button").click()
    page.wait_for_url("**/sign-in/**")
    page.goto(f"{home.house.url}/help/")
    assert page.evaluate("async () => (await caches.keys()).length") == 0
    with stopped(home.house), pytest.raises(Exception, match="ERR_CONNECTION"):
        page.goto(f"{home.house.url}/")


def test_a_device_signed_out_from_another_keeps_no_keys_and_no_pages(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    shell_is_kept(page)
    other = sign_in(phone(), home.house, "ana")
    other.goto(f"{home.house.url}/settings/")
    other.get_by_role("button", name="Sign out all others").click()
    other.wait_for_load_state()
    page.goto(f"{home.house.url}/settings/")
    assert "/sign-in/" in page.url
    page.wait_for_function(
        """async () => {
        const db = await new Promise((done) => {
          indexedDB.open("drawleaf").onsuccess = (event) => done(event.target.result);
        });
        const all = db.transaction("keys").objectStore("keys").count();
        const keys = await new Promise((done) => (all.onsuccess = () => done(all.result)));
        db.close();
        const workers = await navigator.serviceWorker.getRegistrations();
        return keys + workers.length + (await caches.keys()).length === 0;
        }"""
    )
    page.fill("#user", "ana")
    page.fill("#passphrase", WORDS["ana"])
    page.set_checked("input[name=mine]", True)
    page.click("form[data-sign-in] .button")
    page.wait_for_url(f"{home.house.url}/settings/")
    page.wait_for_selector("html[data-notebook=open]")


def test_a_device_that_is_no_longer_marked_mine_loses_its_shell(home, phone):
    context = phone()
    page = sign_in(context, home.house, "ana", mine=True)
    shell_is_kept(page)
    page.close()
    context.clear_cookies()
    page = sign_in(context, home.house, "bo")
    page.wait_for_function(
        """async () => !(await caches.keys()).length
        && !(await navigator.serviceWorker.getRegistrations()).length"""
    )
    page.close()
    page = context.new_page()
    page.goto(f"{home.house.url}/")
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_two_tabs_that_keep_at_once_keep_both(home, phone):
    context = phone()
    tabs = [sign_in(context, home.house, "ana", mine=True), context.new_page()]
    tabs[1].goto(f"{home.house.url}/")
    expected = []
    for round in range(4):
        for tab, page in enumerate(tabs):
            page.fill("#line", f"{round} in tab {tab}")
            expected.append(f"{round} in tab {tab}")
        for page in tabs:
            page.evaluate("setTimeout(() => document.querySelector('[data-line] .button').click())")
        for page in tabs:
            page.wait_for_function("() => document.querySelector('#line').value === ''")
    sent(tabs[0], home, expected)


def test_the_worker_keeps_pages_and_files_and_nothing_else(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    write(page, home.house, "something")
    shell_is_kept(page)
    kept = page.evaluate(
        """async () => {
        const found = [];
        for (const name of await caches.keys())
          for (const { url } of await (await caches.open(name)).keys()) found.push(url);
        return found;
        }"""
    )
    paths = {url.removeprefix(home.house.url) for url in kept}
    pages = {path for path in paths if not path.startswith("/static/")}
    assert pages == {"/", "/notebook/", "/talk/", "/table/", "/help/", "/offline/"}
    assert any("/workers/argon2." in path for path in paths)


def test_with_the_quota_of_the_browser_used_up_and_no_line_nothing_is_lost(home, phone):
    context = phone()
    devtools = context.new_cdp_session(context.new_page())
    quota = {"origin": home.house.url, "quotaSize": 4_000_000}
    devtools.send("Storage.overrideQuotaForOrigin", quota)
    page = sign_in(context, home.house, "ana", mine=True)
    shell_is_kept(page)
    page.goto(f"{home.house.url}/notebook/")
    kept, full = [], False
    with stopped(home.house):
        while not full and len(kept) < 20:
            kept.append(f"{len(kept)} {'is a long one ' * 15_000}".strip())
            page.evaluate("location.hash = 'write'")
            page.fill("#entry-words", kept[-1])
            page.get_by_role("button", name="Keep").click()
            page.locator("[data-edit]:visible, .say:text('no room')").first.wait_for()
            full = page.locator("#entry-words").count() > 0
        assert full and len(kept) > 1
        assert page.input_value("#entry-words") == kept[-1]
    page.get_by_role("button", name="Keep").click()
    page.wait_for_url("**/notebook/#entry/*")
    page.evaluate("dispatchEvent(new Event('online'))")
    sent(page, home, kept)


def test_a_browser_that_has_lost_its_token_gets_another_and_what_waits_is_sent(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.context.clear_cookies(name="csrftoken")
    write(page, home.house, "words")
    said(page, "Kept.")
    sent(page, home, ["words"])
