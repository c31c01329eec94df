"""Every page that one of the two can open, with something of each practice behind it."""

from datetime import date, timedelta

from drawleaf.client.checkin import WEEK
from drawleaf.client.client import Client
from tests import deck

TODAY = date.today()
DAY = TODAY.isoformat()


def lived(ana: Client, bo: Client) -> list[str]:
    """Lets both do something of everything, in words that say "ours"; the pages of all of it."""
    supper = ana.offer_ritual("Supper, ours", DAY, sort="meal")
    thanks = ana.offer_ritual("Thanks, ours", DAY, sort="gratitude")
    ana.offer_ritual("Tea, ours", DAY)
    over = bo.offer_ritual("Swimming, ours", DAY)
    for who in (ana, bo):
        who.sync()
    for ritual in (supper, thanks):
        bo.agree_to_ritual(ritual, DAY)
    ana.agree_to_ritual(over, DAY)
    for each in ("Dance, ours", "Sing, ours"):
        bo.offer_ritual(each, DAY)
    bo.tick(thanks, DAY, what="You hummed, ours.")
    ana.sync()
    ana.rest_ritual(supper, DAY, (TODAY + timedelta(3)).isoformat())
    ana.end_ritual(over)
    theirs = bo.share("Something of ours.", DAY)
    mine = ana.share("Another thing of ours.", DAY)
    for who in (ana, bo):
        who.add_to_our_page("A line of ours.", DAY)
    for who in (ana, bo):
        who.lay("/rituals/touch/wishes/", "wish.touch", DAY, {"likes": "A hand, ours."})
    for who, text in ((ana, "A yes, ours."), (bo, "A no, ours.")):
        who.lay("/foundations/wishes/", "foundations.wish", DAY, {"text": text})
    ana.make_promise(DAY, what="Ring them, ours", by=DAY)
    bo.make_promise(DAY, what="Mend it, ours")
    ana.make_promise(DAY, what="Sleep, ours")
    bo.small_repair("I was late, ours.", "You waited.", "I ring.", DAY)
    goal = ana.begin_goal("A bed, ours", DAY, sort="savings", amount="100", currency="EUR")
    past = ana.begin_goal("A walk, ours", DAY)
    for who in (ana, bo):
        who.sync()
    ana.take_step(goal, "Measure it, ours", DAY)
    ana.lay(f"/goals/{goal}/leaves/", "goal.contribution", DAY, {"amount": "5", "currency": "EUR"})
    bo.say_hard(goal, "The bill, ours.", DAY)
    ana.end_goal(past, "reached", DAY)
    checkin = checked_in(ana, bo)
    promises = {each.words.body["what"]: each for each in ana.promises()}
    ana.settle_promise(promises["Sleep, ours"], "kept", DAY)
    found = [f"/rituals/{each}/" for each in (supper, thanks, over)]
    found += [f"/promises/{each.id}/" for each in promises.values()]
    found += [f"/promises/repairs/new/#{promises['Ring them, ours'].id}"]
    found += [f"/goals/{goal}/", f"/goals/{past}/"]
    found += [f"/table/leaves/{each}/" for each in (theirs, mine)]
    found += [*checkin, *deck.lived(ana, bo)]
    found += ["/rituals/touch/", "/foundations/", "/table/page/"]
    return ["/", "/table/", "/rituals/", "/promises/", "/goals/", *found]


def checked_in(ana: Client, bo: Client) -> list[str]:
    """A time, another offered, a week with something that is only hers, and one they opened."""
    time = ana.offer_checkin("sunday", "19:00", "Europe/Lisbon", DAY)
    bo.sync()
    bo.agree_to_checkin(time, DAY)
    bo.offer_checkin("monday", "20:00", "Europe/Lisbon", DAY)
    (week,) = ana.weeks()
    ana.answer_question(ana.question(week), {"hopes": "Medlar jam, all winter."})
    bo.not_this_week(week, DAY)
    opened = ana.ask("checkin", WEEK, DAY)
    bo.sync()
    for who in (ana, bo):
        who.answer_question(who.question(opened), {"feelings": "Calm, ours.", "concern": "Rain."})
    for who in (ana, bo):
        who.open_question(who.question(opened))
    return ["/checkin/", f"/questions/{week}/", f"/questions/{opened}/"]


# What stands on the table, but nothing sealed on the page.
EMPTY = [
    "/rituals/new/", "/rituals/new/#gratitude", "/promises/new/", "/promises/new/#answer",
    "/promises/repairs/new/", "/goals/new/", "/goals/new/#savings", "/questions/", "/loop/",
]  # fmt: skip
OTHERS = ["/talk/", "/pairing/", "/settings/", "/privacy/", "/help/"]
