from django import forms

from drawleaf.table.forms import LeafForm

from .models import FIELDS


class OnTheWayForm(LeafForm):
    """What one of the two lays down for a goal."""

    field = forms.ChoiceField(choices=[(each, each) for each in FIELDS])
