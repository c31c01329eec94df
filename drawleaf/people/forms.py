"""What may arrive at the door: names, proofs of 32 bytes, sealed envelopes."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drawleaf.envelopes.fields import BytesField, SealedField

from .models.person import KDF, NAME

LEAST_KEYRING = 4096
LEAST_PAIRING = 1024


class NameField(forms.CharField):
    default_error_messages = {"max_length": _("A sign-in name has 64 letters at most.")}

    def __init__(self, **kwargs):
        super().__init__(max_length=64, **kwargs)
        self.validators.append(self.well_formed)

    @staticmethod
    def well_formed(value):
        if not NAME.regex.match(value):
            raise ValidationError(
                _("A sign-in name has small letters, digits and . _ @ + - only."), "bad_user"
            )


class DisplayNameField(forms.CharField):
    """What the partner reads; characters that cannot be seen could make it look like another."""

    default_error_messages = {"max_length": _("A name has 40 letters at most.")}

    UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Co", "Cs"}

    def __init__(self, **kwargs):
        super().__init__(max_length=40, **kwargs)
        self.validators.append(self.visible)

    @classmethod
    def visible(cls, value):
        if any(unicodedata.category(letter) in cls.UNSEEN for letter in value):
            raise ValidationError(
                _("This name holds a character that cannot be seen. Please type it anew."),
                "bad_name",
            )


class LoginField(BytesField):
    """A login secret: 32 bytes, kept as the text in which it came."""

    def __init__(self, **kwargs):
        super().__init__(size=32, **kwargs)

    def clean(self, value):
        super().clean(value)
        return value


def known_kdf(value):
    if value != KDF:
        raise ValidationError(_("This program does not know that way to sign in."), "bad_kdf")


class DisplayNameForm(forms.Form):
    name = DisplayNameField()


class TableForm(forms.Form):
    couple = forms.UUIDField()


class SignInForm(forms.Form):
    user = forms.CharField(max_length=64)
    login = LoginField()
    mine = forms.BooleanField(required=False)


class SignUpForm(forms.Form):
    person = forms.UUIDField()
    user = NameField()
    name = DisplayNameField()
    kdf = forms.IntegerField(validators=[known_kdf])
    login = LoginField()
    kid = BytesField(size=8)
    wrap = SealedField(least=LEAST_KEYRING)
    keys = SealedField(least=LEAST_KEYRING)
    mine = forms.BooleanField(required=False)
    code = forms.CharField(required=False, max_length=40)
    invitation = forms.UUIDField(required=False)


class ProofForm(forms.Form):
    """A session alone changes no key: `proof` is the owner's present login secret."""

    proof = LoginField()


class KeysForm(ProofForm):
    generation = forms.IntegerField(min_value=1)
    envelope = SealedField(least=LEAST_KEYRING)


class WrapForm(ProofForm):
    """A new wrap of the root, with its login secret."""

    login = LoginField()
    revision = forms.IntegerField(min_value=1)
    envelope = SealedField(least=LEAST_KEYRING)


class PassphraseForm(WrapForm):
    kdf = forms.IntegerField(validators=[known_kdf])


class RenewalForm(PassphraseForm):
    """New keys: `kid` names the new own key, `envelope` is the new root under the passphrase."""

    kid = BytesField(size=8)
    generation = forms.IntegerField(min_value=1)
    keys = SealedField(least=LEAST_KEYRING)
    recovery_login = LoginField()
    recovery_revision = forms.IntegerField(min_value=1)
    recovery = SealedField(least=LEAST_KEYRING)


class InviteForm(forms.Form):
    invitation = forms.UUIDField()
    couple = forms.UUIDField()
    envelope = SealedField(least=LEAST_PAIRING)
    renews = forms.UUIDField(required=False)


class JoinForm(ProofForm):
    envelope = SealedField(least=LEAST_PAIRING)
    generation = forms.IntegerField(min_value=1)
    keys = SealedField(least=LEAST_KEYRING)


class ConfirmForm(JoinForm):
    kid = BytesField(size=8)


class PasskeyForm(ProofForm):
    """`wrap` is the root under this passkey, where the device can make a key of it."""

    credential = forms.CharField(max_length=20_000)
    wrap = SealedField(least=LEAST_KEYRING, required=False)


class SignInByPasskeyForm(forms.Form):
    credential = forms.CharField(max_length=20_000)
    mine = forms.BooleanField(required=False)
