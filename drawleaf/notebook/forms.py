from django import forms

from drawleaf.envelopes.fields import SealedField

LEAST = 1024


class RecordForm(forms.Form):
    record = forms.UUIDField()
    revision = forms.IntegerField(min_value=1, max_value=2**53 - 1)
    envelope = SealedField(least=LEAST)
