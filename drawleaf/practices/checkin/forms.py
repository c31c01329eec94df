from datetime import datetime

from django import forms

from drawleaf.table.forms import LeafForm

EIGHT = 8


class InstantsField(forms.CharField):
    """Eight instants as a browser writes them, with commas between."""

    def clean(self, value) -> list[datetime]:
        said = super().clean(value).split(",")
        try:
            found = [datetime.fromisoformat(each) for each in said]
        except ValueError:
            found = []
        if len(found) != EIGHT or any(each.tzinfo is None for each in found):
            raise forms.ValidationError("", code="invalid")
        return found


class YesForm(LeafForm):
    opens_at = InstantsField(max_length=400)


class RenewalForm(forms.Form):
    opens_at = InstantsField(max_length=400)
