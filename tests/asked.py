"""What the two are asked in a run of every practice: each word of it is a marker."""

from drawleaf.client.checkin import WEEK

DAY = "2026-11-22"


def live_a_week(flock, ana, bo):
    """When they sit down, by whose clock, and what each has written, in every part."""
    ana.offer_checkin(flock.new(), flock.new(), flock.new(), DAY)
    week = ana.ask("checkin", WEEK, DAY)
    bo.sync()
    for who in (ana, bo):
        parts = ("appreciation", "feelings", "concern", "hopes", "request")
        who.answer_question(who.question(week), {part: flock.new() for part in parts})
    for who in (ana, bo):
        who.open_question(who.question(week))
    kept = bo.ask("checkin", WEEK, DAY)
    ana.sync()
    ana.answer_question(ana.question(kept), {"concern": flock.new()})


def answer_apart(flock, ana, bo):
    """Asked, kept, changed, taken away, opened and replied to; another waits, opened by one."""
    for end in ("opened", "waits"):
        asked = ana.ask("questions", "apart@1/kitchen", DAY)
        ana.answer_question(ana.question(asked), {"text": flock.new()})
        ana.withdraw_answer(ana.question(asked))
        for who in (ana, ana, bo):
            who.answer_question(who.question(asked), {"text": flock.new()})
        ana.open_question(ana.question(asked))
        if end == "opened":
            bo.open_question(bo.question(asked))
            assert ana.read_question(ana.question(asked)) == {"text": flock.words[-1]}
            bo.reply(bo.question(asked), flock.new(), DAY)
