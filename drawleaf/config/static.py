"""Static files under the hash of their content, compressed once, when they are collected."""

from functools import cache

import brotli
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

LARGE = 300_000


class Patient(Compressor):
    """Brotli at its best costs seconds a megabyte; on what is large, good is good enough."""

    @staticmethod
    def compress_brotli(data):
        return brotli.compress(data, quality=5 if len(data) > LARGE else 11)


class Storage(CompressedManifestStaticFilesStorage):
    def create_compressor(self, **kwargs):
        return Patient(**kwargs)

    @cache  # noqa: B019 - one storage, as many addresses as there are files
    def url(self, name, force=False):
        return super().url(name, force)
