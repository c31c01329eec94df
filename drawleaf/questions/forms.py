from django import forms

from drawleaf.envelopes.fields import SealedField


class AheadForm(forms.Form):
    envelope = SealedField(least=256)


class OpeningForm(forms.Form):
    revision = forms.IntegerField(min_value=1, max_value=2**53 - 1)
    envelope = SealedField(least=16384)


class WithdrawalForm(forms.Form):
    revision = forms.IntegerField(min_value=1, max_value=2**53 - 1)
    waiting = SealedField(least=16384)


class AnswerForm(WithdrawalForm):
    commitment = SealedField(least=1024)
