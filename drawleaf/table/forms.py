from django import forms

from drawleaf.envelopes.fields import SealedField


class ChoiceForm(forms.Form):
    """Which table one looks at, and before which leaf, for those who read further back."""

    couple = forms.UUIDField(required=False)
    before = forms.IntegerField(min_value=1, max_value=2**53 - 1, required=False)


class LeafForm(forms.Form):
    """One sealed thing that is laid on the table."""

    record = forms.UUIDField()
    revision = forms.IntegerField(min_value=1, max_value=2**53 - 1)
    envelope = SealedField(least=256)


class FirstLeafForm(LeafForm):
    """What begins something new on one of one's tables."""

    couple = forms.UUIDField()
    revision = forms.IntegerField(min_value=1, max_value=1)


class PassageForm(FirstLeafForm):
    """A passage of one's notebook, sealed for both."""

    collection = forms.ChoiceField(choices=[("leaf", "leaf")])
    field = forms.ChoiceField(choices=[("passage", "passage")])
