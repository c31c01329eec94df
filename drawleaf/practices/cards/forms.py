from django import forms


class EarlierForm(forms.Form):
    """How many times somebody has asked for what was told earlier."""

    earlier = forms.IntegerField(min_value=1, max_value=100, required=False)
