from django import forms

from drawleaf.envelopes.fields import SealedField


class ChoiceForm(forms.Form):
    """Which table one looks at, and before which leaf, for those who read further back."""

    couple = forms.UUIDField(required=False)
    before = forms.IntegerField(min_value=1, max_value=2**53 - 1, required=False)


class PassageForm(forms.Form):
    """A passage of one's notebook, sealed for both."""

    couple = forms.UUIDField()
    record = forms.UUIDField()
    revision = forms.IntegerField(min_value=1, max_value=1)
    collection = forms.ChoiceField(choices=[("leaf", "leaf")])
    field = forms.ChoiceField(choices=[("passage", "passage")])
    envelope = SealedField(least=256)
