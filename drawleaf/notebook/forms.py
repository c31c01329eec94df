from django import forms

from drawleaf.envelopes.fields import SealedField

from .models import AHEAD, WAITING

LEAST = 1024


class RecordForm(forms.Form):
    record = forms.UUIDField()
    revision = forms.IntegerField(min_value=1, max_value=2**53 - 1)
    envelope = SealedField(least=LEAST)


class ResealingForm(RecordForm):
    """What belongs to a joint, and keeps its revision under a new key."""

    field = forms.ChoiceField(choices=[(WAITING, WAITING), (AHEAD, AHEAD)])
    envelope = SealedField(least=256)
