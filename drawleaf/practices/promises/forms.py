from django import forms


class FromForm(forms.Form):
    """Which promise a small repair is about, if any."""

    promise = forms.UUIDField(required=False)


class WayForm(forms.Form):
    """In which way a promise is said: what I will do, or what I will answer each time."""

    way = forms.ChoiceField(choices=[("answer", "answer")], required=False)
