"""What the house is filled with before it is measured, written through the client."""

from datetime import date, timedelta

from drawleaf.client.client import Client
from drawleaf.client.partners import read_link

WORDS = {"ana": "quiet harbour lemon ladder snow", "bo": "winter orchard pebble lantern tide"}
SENTENCE = "We walked to the harbour and said what we had been putting off, and it was good. "
ENTRIES, LEAVES = 120, 12


def move_in(house) -> Client:
    """Ana and Bo, a couple, with a notebook of a few months and a table in use. Returns Ana."""
    ana, bo = Client(house.url), Client(house.url)
    ana.sign_up("ana", "Ana", WORDS["ana"], code=house.first_code())
    link = ana.invite()
    bo.sign_up("bo", "Bo", WORDS["bo"], invitation=read_link(link)[0])
    bo.join(link, WORDS["bo"])
    ana.confirm(WORDS["ana"])
    bo.unlock(WORDS["bo"])
    for number in range(ENTRIES):
        ana.add_entry(SENTENCE * (1 + number % 6), day(number))
    for number in range(LEAVES):
        (ana if number % 2 else bo).share(SENTENCE, day(number))
    return ana


def day(number: int) -> str:
    return (date(2026, 1, 1) + timedelta(days=number)).isoformat()
