"""A server that is gone for a while, and a phone that has kept enough to go on."""

from contextlib import contextmanager

READY = """async () => {
  await navigator.serviceWorker.ready;
  const kept = await caches.open("drawleaf shell 1");
  return Boolean(await kept.match("/offline/")) && Boolean(await kept.match("/notebook/"));
}"""


@contextmanager
def stopped(house):
    house.stop()
    try:
        yield
    finally:
        house.start()


def shell_is_kept(page):
    for _ in range(50):
        if page.evaluate(READY):
            return
        page.wait_for_timeout(100)
    raise AssertionError("The shell was not kept.")
