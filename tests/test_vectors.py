"""The vectors are what `python -m tests.make_vectors` writes today."""

import pytest

from tests.make_vectors import FOLDER, TOPICS, spelled

pytestmark = pytest.mark.once


@pytest.mark.parametrize("topic", TOPICS)
def test_vectors_are_current(topic):
    assert (FOLDER / f"{topic}.json").read_text() == spelled(topic)


def test_no_other_vectors_lie_about():
    assert {path.stem for path in FOLDER.iterdir()} == set(TOPICS)
