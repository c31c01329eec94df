"""Sessions as Django keeps them. Every page asks for one, so it is asked for in plain SQL."""

from django.contrib.sessions.backends import db
from django.utils import timezone


class SessionStore(db.SessionStore):
    def _get_session_from_db(self):
        by_key = "SELECT * FROM django_session WHERE session_key = %s"
        for found in self.model.objects.raw(by_key, [self.session_key]):
            if found.expire_date > timezone.now():
                return found
        self._session_key = None
