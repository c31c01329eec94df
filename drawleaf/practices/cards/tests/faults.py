"""What no card may ask, and no text around one may say."""

import itertools
import re
import tomllib
from collections import Counter
from pathlib import Path

TEXTS = Path(__file__).parents[1] / "content" / "en"
THEMES = {"insecurities", "fears", "aspirations", "play"}
DEPTHS = {1: "light", 2: "near", 3: "slow", 4: "rare"}

# An answer to these could be turned against somebody, or the question leaves somebody out.
FORBIDDEN = {
    "old violence": "abus*, beat, beaten, hit, violen*, rape*, incest, trauma*, molest*, punish*",
    "early years": "child*, grew up, growing up, parent*, brought up, young*, your school, teen*",
    "the bedroom": "sex*, erotic, naked, lover*, in bed, virgin*, fantas*, desire*, turns you on",
    "those before": "ex, exes, former, past love*, past relation*, first love, cheat*, affair*",
    "whereabouts": "where are you, where were you, where you are, where you go, where you went, "
    "where you were, have you been, whereabouts, location*, come home, how late, address",
    "phones": "phone*, telephone*, text*, message*, email*, e-mail*, password*, passcode*, "
    "passphrase*, chat*, inbox, screen*, online",
    "plans": "plan, plans, planned, weekend, tonight, next week, next month, appointment*",
    "money": "money, how much, salar*, wage*, earn a, earning*, debt*, saving*, afford*, rich, "
    "price*, euro*, dollar*, bank",
    "comparing": "compar*, better than, worse than, more than the other, who of you, score*, "
    "rank, rate, rating, out of ten, out of five, percent, scale, points",
    "gender": "he, she, him, her, his, hers, man, men, woman, women, girl*, boy*, wife, wives, "
    "husband*, spouse*, marri*, wedding*, mother*, father*",
    "household": "kid, kids, son, sons, daughter*, baby, babies, family, families, your house, "
    "your kitchen, your garden, your flat, your job, your boss, your pet",
    "health": "ill, illness*, sick*, diagnos*, disease*, weight, diet*, medic*, pill*, therap*",
    "the other’s faults": "your partner, the other does, the other did, annoys you about, "
    "wrong with the other, change about the other",
    "touch": "kiss*, hug*, cuddl*, caress*, touch*, hold hands, holding hands, embrac*, massage*",
}
# What lies in every box of cards: good questions, and everybody’s.
WORN = (
    "if you could, superpower*, desert island, time machine, lottery, living or dead, "
    "younger self, crystal ball, bucket list, love language, guilty pleasure, comfort zone, "
    "perfect day, biggest fear, greatest fear, worst fear, biggest regret, most embarrassing, "
    "most proud, proudest, favourite, favorite, grateful, in five years, in ten years, "
    "could not fail, three words, soulmate*, vulnerab*"
)
# Words of any sentence: two cards that share them are not alike for that.
PLAIN = """about after because been before could does down else enough even ever first from have
into just more most never only other some than that their them there they thing this very want were
what when where which whom will with would your"""


def text(name):
    with (TEXTS / name).open("rb") as file:
        return tomllib.load(file)


def deck():
    return text("cards@1.toml")["question"]


def words(sentence):
    return re.findall(r"[a-z’-]+", sentence.lower())


def speaks_of(sentence, subjects):
    """Whole words, as a list with commas; a star stands for any ending."""
    each = (re.escape(subject).replace(r"\*", r"\w*") for subject in subjects.split(", "))
    return re.search(rf"(?<![\w-])({'|'.join(each)})(?![\w-])", sentence, re.I)


def faults_of_wording(sentence):
    if not re.search(r"[.?…]”?$", sentence):
        yield "ends nowhere"
    if "!" in sentence:
        yield "exclaims"
    if speaks_of(sentence, "should, shouldn’t, must, mustn’t, ought to"):
        yield "knows better"
    if re.search(r"['\"]|\.\.|  |^\s|\s$", sentence):
        yield "is not set well"
    yield from (f"is about {name}" for name, each in FORBIDDEN.items() if speaks_of(sentence, each))


def faults_of_asking(sentence):
    yield from faults_of_wording(sentence)
    if speaks_of(sentence, WORN):
        yield "is everybody’s"
    if not 25 <= len(sentence) <= 120:
        yield "is too short or too long"
    if len(re.findall(r"[.?…]+", sentence)) > 2:
        yield "has more than two sentences"


def alike(cards):
    """Pairs that share three words which few other cards have, or half of the fewer."""
    roots = {name: {word[:5] for word in words(card["asks"])} for name, card in cards.items()}
    often = Counter(root for each in roots.values() for root in each)
    plain = {word[:5] for word in PLAIN.split()} | {root for root in often if often[root] > 10}
    own = {
        name: {root for root in each - plain if len(root) > 3} or each
        for name, each in roots.items()
    }
    for one, two in itertools.combinations(cards, 2):
        shared, fewest = len(own[one] & own[two]), min(len(own[one]), len(own[two]))
        if shared > 2 or shared * 2 >= max(fewest, 3):
            yield f"{one} and {two} are alike"


def faults_of_place(name, card):
    if set(card) - {"asks", "theme", "depth", "heavy"} or card["theme"] not in THEMES:
        yield "has what no card has"
    if not re.fullmatch(rf"{DEPTHS.get(card['depth'])}-\d\d", name):
        yield "lies in another depth"
    if "heavy" in card and (card["heavy"] is not True or card["depth"] < 3):
        yield "is heavy where nothing may be"


def faults_of_deck(cards):
    for depth in DEPTHS:
        lying = [card["theme"] for card in cards.values() if card["depth"] == depth]
        if len(lying) != 50:
            yield f"{len(lying)} cards in depth {depth}"
        for theme in THEMES:
            if not 11 <= lying.count(theme) <= 14:
                yield f"{lying.count(theme)} of {theme} in depth {depth}"
    first = Counter(words(card["asks"])[0] for card in cards.values())
    yield from (f"{count} begin with {word}" for word, count in first.items() if count > 40)


def faults(cards):
    for name, card in cards.items():
        yield from (f"{name} {fault}" for fault in faults_of_asking(card["asks"]))
        yield from (f"{name} {fault}" for fault in faults_of_place(name, card))
    yield from alike(cards)
    yield from faults_of_deck(cards)
