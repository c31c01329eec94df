"""The weekly check-in: a time that both agree to; its weeks are questions like any other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from drawleaf.client.bytes import b64u
from drawleaf.client.errors import VaultError
from drawleaf.client.questions import Questions
from drawleaf.client.table import Leaf

WEEK = "checkin@1/week"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SAID = ("weekday", "clock", "zone")
EIGHT = 8


@dataclass(frozen=True)
class CheckIn:
    """A time that is offered. `yes`: the other's act to these very words, if there is one."""

    id: UUID
    words: Leaf
    yes: Leaf | None

    def next_times(self, after: datetime) -> list[datetime]:
        weekday, clock, zone = (str(self.words.body.get(name, "")) for name in SAID)
        try:
            return next_times(weekday, clock, zone, after)
        except (LookupError, ValueError) as error:
            raise VaultError("malformed") from error


def next_times(weekday: str, clock: str, zone: str, after: datetime) -> list[datetime]:
    """The next eight instants after one: a day and an hour ("19:00") by the clock of a zone.

    Where that clock shows it twice it is the first time; where it leaves it out, as much later.
    """
    place = ZoneInfo(zone)

    def instant(day: date) -> datetime:
        return datetime.combine(day, time.fromisoformat(clock), place).astimezone(UTC)

    day = after.astimezone(place).date()
    day += timedelta((DAYS.index(weekday) - day.weekday()) % 7)
    if instant(day) <= after:
        day += timedelta(weeks=1)
    return [instant(day + timedelta(weeks=number)) for number in range(EIGHT)]


def own_zone() -> str:
    """What the clock of this machine goes by; UTC where it does not say."""
    said = os.environ.get("TZ") or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    try:
        return ZoneInfo(said).key
    except (LookupError, ValueError, OSError):
        return "UTC"


class CheckIns(Questions):
    def offer_checkin(self, weekday: str, clock: str, zone: str, day: str) -> UUID:
        """Offer "sunday", "19:00", by the clock of a zone such as "Europe/Lisbon"."""
        members = {"asks": WEEK, "weekday": weekday, "clock": clock, "zone": zone}
        return self.lay("/checkin/proposals/", "checkin.words", day, members)

    def agree_to_checkin(self, id: UUID, day: str) -> UUID:
        """Say yes; what the server learns of the time are the next eight instants."""
        words = self.words_of("checkin.words", id)
        times = CheckIn(id, words, None).next_times(datetime.now(UTC))
        return self.lay(
            f"/checkin/{id}/agreement/", "checkin.yes", day, {"about": words.about},
            in_clear={"opens_at": _instants(times)},
        )  # fmt: skip

    def checkins(self) -> Iterator[CheckIn]:
        for words, yes in self.agreed("checkin"):
            yield CheckIn(words.record, words, yes)

    def renew_checkin(self, id: UUID) -> None:
        """That I would like it to go on. The other never learns of it before wishing the same."""
        last = datetime.fromisoformat(self.server.page("/checkin/").data["last"])
        times = CheckIn(id, self.words_of("checkin.words", id), None).next_times(last)
        self.server.post(f"/checkin/{id}/renewal/", opens_at=_instants(times))

    def end_checkin(self, id: UUID) -> None:
        self.server.post(f"/checkin/{id}/ending/")

    def weeks(self) -> dict[UUID, datetime | None]:
        """Those to be written, or opened, and when each opens. Each is a question by its id."""
        found = self.server.page("/checkin/").json["given"]["weeks"]
        return {UUID(id): datetime.fromisoformat(at) if at else None for id, at in found}

    def opened_weeks(self) -> list[UUID]:
        """Those that both have opened, the last first."""
        return [UUID(id) for id in self.server.page("/checkin/").json["given"]["opened"]]

    def not_this_week(self, week: UUID, day: str) -> UUID:
        """Say it to the other. Nobody has to."""
        members = {"week": b64u(week.bytes)}
        return self.lay(f"/checkin/weeks/{week}/skips/", "checkin.skip", day, members)

    def skips(self, week: UUID) -> list[Leaf]:
        """Who has said *not this week*, of this very week."""
        said = self.of("checkin.skip", week)
        return [it for it in said if not it.error and it.body.get("week") == b64u(week.bytes)]


def _instants(times: list[datetime]) -> str:
    return ",".join(at.isoformat() for at in times)
