from django import forms

from drawleaf.envelopes.fields import SealedField


class AheadForm(forms.Form):
    envelope = SealedField(least=256)


class RevisionForm(forms.Form):
    revision = forms.IntegerField(min_value=1, max_value=2**53 - 1)


class WithdrawalForm(RevisionForm):
    waiting = SealedField(least=16384)


class AnswerForm(WithdrawalForm):
    commitment = SealedField(least=1024)


class OpeningForm(RevisionForm):
    envelope = SealedField(least=16384)
