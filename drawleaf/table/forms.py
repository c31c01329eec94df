from django import forms

from drawleaf.envelopes.fields import SealedField


class PassageForm(forms.Form):
    """A passage of one's notebook, sealed for both."""

    couple = forms.UUIDField()
    record = forms.UUIDField()
    revision = forms.IntegerField(min_value=1, max_value=1)
    collection = forms.ChoiceField(choices=[("leaf", "leaf")])
    field = forms.ChoiceField(choices=[("passage", "passage")])
    envelope = SealedField(least=256)
