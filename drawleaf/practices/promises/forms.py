from django import forms


class EarlierForm(forms.Form):
    """How many times somebody has asked for earlier ones."""

    earlier = forms.IntegerField(min_value=1, max_value=100, required=False)
