"""The guided reply, wherever somebody answers something that was told or opened."""

from django import template

from drawleaf.practices.cards.content import around

register = template.Library()
STEPS = ("thank", "feel_with", "ask", "reaffirm")


@register.simple_tag
def ways_to_reply() -> dict[str, object]:
    """{steps, acts}"""
    found = around()
    return {"steps": [found[step] for step in STEPS], "acts": found["acts"]}
