"""Before the server says that something is kept, the disk has said so: seen in its system calls."""

import os
import re
import shutil
import subprocess
import time

import pytest

from drawleaf.config.places import IS_SQLITE

pytestmark = [pytest.mark.once, pytest.mark.skipif(not IS_SQLITE, reason="asks SQLite's file")]
CALLS = "trace=fdatasync,fsync,pwrite64,write,send,sendto,sendmsg,writev"
WRITES = 20
WRITTEN, SYNCED, SAID = "written", "synced", "said"


@pytest.fixture
def traced(home, tmp_path):
    """`traced()`: what the server has asked of the system since."""
    if not shutil.which("strace"):
        assert not os.environ.get("CI"), "strace is missing"
        pytest.skip("strace is missing: bin/strace installs it for root on Debian")
    found = tmp_path / "trace"
    words = ["strace", "-f", "-y", "-s", "40", "-e", CALLS, "-o", str(found)]
    tracer = subprocess.Popen(
        [*words, "-p", str(home.house.process.pid)], stderr=subprocess.PIPE, text=True
    )
    begun = tracer.stderr.readline()
    if "attached" not in begun:
        assert not os.environ.get("CI"), begun
        pytest.skip(f"strace may not look at the server here: {begun}")

    def told() -> str:
        tracer.terminate()
        tracer.wait(10)
        return found.read_text()

    time.sleep(0.5)
    yield told
    tracer.kill()
    tracer.wait(10)
    tracer.stderr.close()


def steps(trace: str) -> list[str]:
    """Writes to the database's log, syncs of it that are through, and answers of 200, in order."""
    found = []
    for line in trace.splitlines():
        if "pwrite64(" in line and "-wal>" in line:
            found.append(WRITTEN)
        elif re.search(r"f(data)?sync(\(.*-wal>\)| resumed>.*) += 0", line):
            found.append(SYNCED)
        elif re.search(r'(send\w*|writev?)\(.*"HTTP/1\.1 20\d', line):
            found.append(SAID)
    return found


def unsynced(found: list[str]) -> int:
    """Answers that were given while something written was not yet on the disk."""
    last, count = SYNCED, 0
    for step in found:
        if step == SAID:
            count += last == WRITTEN
        else:
            last = step
    return count


def test_nothing_is_said_to_be_kept_before_it_is_on_the_disk(home, traced):
    for each in range(WRITES):
        entry = home.ana.add_entry(f"entry {each}", "2026-11-22")
        home.ana.edit(entry, f"entry {each} again")
        home.bo.share(f"leaf {each}", "2026-11-22")
    found = steps(traced())
    counts = {step: found.count(step) for step in (WRITTEN, SYNCED, SAID)}
    print(f"\n{counts}")
    assert counts[SAID] >= 3 * WRITES and counts[SYNCED] >= 3 * WRITES
    assert counts[WRITTEN] >= 3 * WRITES
    assert unsynced(found) == 0


def test_the_look_at_it_sees_a_sync_that_is_left_out():
    wal = "7<drawleaf.sqlite3-wal>"
    written, said = f'1 pwrite64({wal}, "x", 1, 0) = 1', '1 sendto(9<socket:[1]>, "HTTP/1.1 200 OK"'
    synced = f"1 fdatasync({wal}) = 0"
    begun = [f"1 fdatasync({wal} <unfinished ...>", said, "1 <... fdatasync resumed>) = 0"]
    assert unsynced(steps("\n".join([written, synced, said]))) == 0
    assert unsynced(steps("\n".join([written, said, synced]))) == 1
    assert unsynced(steps("\n".join([written, *begun]))) == 1
