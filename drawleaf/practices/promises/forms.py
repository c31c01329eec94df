from django import forms

MOST = 100


class EarlierForm(forms.Form):
    """How many times somebody has asked for earlier repairs, or for earlier promises."""

    repairs = forms.IntegerField(min_value=1, max_value=MOST, required=False)
    past = forms.IntegerField(min_value=1, max_value=MOST, required=False)
