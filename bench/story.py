"""What the house is filled with before it is measured, written through the client."""

from datetime import date, timedelta

from demo.couple import move_in
from drawleaf.client.client import Client

from .house import House

SENTENCE = "We walked to the harbour and said what we had been putting off, and it was good. "
ENTRIES, LEAVES = 120, 12


def live(house: House) -> Client:
    """A notebook of a few months and a table in use. Returns Ana."""
    ana, bo = move_in(house.url, house.first_code)
    for number in range(ENTRIES):
        ana.add_entry(SENTENCE * (1 + number % 6), day(number))
    for number in range(LEAVES):
        (ana if number % 2 else bo).share(SENTENCE, day(number))
    return ana


def day(number: int) -> str:
    return (date(2026, 1, 1) + timedelta(days=number)).isoformat()
