"""Bytes that pass through. The server checks their outside; it has no key to the inside."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from . import base64url

BUCKETS = (256, 1024, 4096, 16384, 65536, 262144)
OVERHEAD = 37  # version 1, key id 8, nonce 12, tag 16
VERSION = 1


def key_id(envelope: bytes) -> bytes:
    """The eight bytes that name the key an envelope was sealed with."""
    return envelope[1:9]


class EnvelopeField(models.BinaryField):
    """A sealed envelope as it arrived, byte for byte."""


class BytesField(forms.Field):
    """Exactly `size` bytes, sent as base64url."""

    default_error_messages = {"malformed": _("This did not arrive whole. Please try again.")}

    def __init__(self, *, size: int | None = None, **kwargs):
        self.size = size
        super().__init__(**kwargs)

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            data = base64url.decode(value)
        except ValueError:
            raise ValidationError(self.error_messages["malformed"], "malformed") from None
        if self.size is not None and len(data) != self.size:
            raise ValidationError(self.error_messages["malformed"], "malformed")
        return data


class SealedField(BytesField):
    """A well-formed envelope: known version, a permitted size, at least the size of its kind."""

    default_error_messages = {
        "bad_size": _("This does not have the size of a sealed page, so it was not kept."),
        "unknown_version": _("This was sealed by a newer program, so it was not kept."),
    }

    def __init__(self, *, least: int = 256, **kwargs):
        self.sizes = {bucket + OVERHEAD for bucket in BUCKETS if bucket >= least}
        super().__init__(**kwargs)

    def to_python(self, value):
        envelope = super().to_python(value)
        if envelope and len(envelope) not in self.sizes:
            raise ValidationError(self.error_messages["bad_size"], "bad_size")
        if envelope and envelope[0] != VERSION:
            raise ValidationError(self.error_messages["unknown_version"], "unknown_version")
        return envelope
