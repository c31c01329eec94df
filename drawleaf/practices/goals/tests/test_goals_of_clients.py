"""The same by two people with the Python client: what each carries, and sums to the last cent."""

from decimal import Decimal

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY = "2026-11-28"


@pytest.fixture
def bed(two):
    ana, bo = two
    goal = ana.begin_goal(
        "A bed we both sleep in", DAY, sort="savings", amount="1250.00", currency="EUR"
    )
    ana.sync()
    bo.sync()
    return goal


def of(client, goal):
    client.sync()
    return {found.id: found for found in client.goals()}[goal]


def test_two_contributions_in_the_same_second_are_both_there_and_the_sum_is_exact(two, bed):
    ana, bo = two
    for client, amount in ((ana, "0.10"), (bo, "0.20"), (ana, "0.10"), (bo, "12.30")):
        client.contribute(bed, Decimal(amount), "EUR", DAY)
    bo.contribute(bed, Decimal(50), "CHF", DAY)
    for client in two:
        goal = of(client, bed)
        assert len(goal.of("contribution")) == 5
        assert goal.sums == {"EUR": Decimal("12.70"), "CHF": Decimal("50.00")}
        assert goal.amount == Decimal(1250)


def test_a_contribution_is_taken_back_by_its_author(two, bed):
    ana, bo = two
    first = ana.contribute(bed, Decimal(20), "EUR", DAY)
    bo.contribute(bed, Decimal(5), "EUR", DAY)
    ana.take_back(first)
    assert of(bo, bed).sums == {"EUR": Decimal(5)}


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "1000000000000"])
def test_what_is_no_amount_is_not_sealed(two, bed, amount):
    with pytest.raises(ValueError, match="amount"):
        two[0].contribute(bed, Decimal(amount), "EUR", DAY)


def test_a_step_is_taken_on_and_done(two, bed):
    ana, bo = two
    step = bo.take_step(bed, "Ask the carpenter", DAY, by="2026-12-24")
    bo.sync()
    bo.step_done(bed, step, DAY)
    assert of(ana, bed).steps == {step: True}
    bo.sync()
    bo.step_done(bed, step, DAY, done=False)
    assert of(ana, bed).steps == {step: False}
    (leaf,) = of(ana, bed).of("step")
    assert leaf.name == "Bo" and leaf.body["by"] == "2026-12-24"


def test_each_brings_and_says_what_is_hard(two, bed):
    ana, bo = two
    ana.bring(bed, "My Saturdays", DAY)
    ana.sync()
    ana.bring(bed, "Every second Saturday", DAY)
    bo.bring(bed, "A saw", DAY)
    bo.say_hard(bed, "The heating bill came.", DAY)
    goal = of(ana, bed)
    assert {leaf.text for leaf in goal.of("bring")} == {"Every second Saturday", "A saw"}
    assert [leaf.text for leaf in goal.of("hard")] == ["The heating bill came."]


def test_it_is_reached_and_celebrated(two, bed):
    ana, bo = two
    bo.end_goal(bed, "reached", DAY)
    ana.celebrate(bed, "We slept until nine.", DAY)
    for client in two:
        goal = of(client, bed)
        assert goal.ended == "reached" and len(goal.of("moment")) == 1


def test_an_end_of_other_words_is_none(two, bed):
    ana, bo = two
    ana.reword_goal(bed, "Two beds", DAY)
    bo.end_goal(bed, "reached", DAY)  # Bo has not read that
    assert of(ana, bed).ended == ""
    assert of(ana, bed).what == "Two beds" and of(ana, bed).words.revision == 2


def test_said_anew_a_goal_keeps_what_was_not_named(two):
    ana, bo = two
    sofa = ana.begin_goal(
        "A sofa", DAY, sort="savings", why="For two.", amount="1250.00", currency="EUR"
    )
    ana.sync()
    ana.reword_goal(sofa, "A long sofa", DAY)
    kept = of(bo, sofa).words.body
    assert (kept["what"], kept["sort"], kept["why"]) == ("A long sofa", "savings", "For two.")
    assert (kept["amount"], kept["currency"]) == ("1250.00", "EUR")
    ana.sync()
    ana.reword_goal(sofa, "A long sofa", DAY, why="", amount="900.00")
    kept = of(bo, sofa).words.body
    assert "why" not in kept and (kept["amount"], kept["currency"]) == ("900.00", "EUR")


def test_what_a_host_lays_beside_another_goal_counts_for_none(two, bed):
    ana, bo = two
    other = ana.begin_goal("A boat", DAY, sort="savings", amount="9000.00", currency="EUR")
    bo.contribute(bed, Decimal(40), "EUR", DAY)
    ana.sync()
    (row,) = [row for row in ana.device.leaves.values() if row["field"] == "contribution"]
    row["joint"] = str(other)
    assert [found.sums for found in ana.goals()] == [{}, {}]


def test_it_rests_until_a_day_as_both_read(two, bed):
    ana, bo = two
    ana.rest_goal(bed, DAY, until="2027-01-06")
    (rest,) = of(bo, bed).of("rest")
    assert (rest.body["until"], rest.author) == ("2027-01-06", ana.person)
