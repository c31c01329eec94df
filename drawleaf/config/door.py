"""One line to somebody's browser. Whoever lets us wait keeps nobody else out.

There is a time to send a request's head, and to take an answer; and of those who are waited for,
only so many: the one waited for longest makes room for a new one.
"""

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 20
MOST = 500
WAITING_FOR = (h11.IDLE, h11.SEND_BODY)


class Door(H11Protocol):
    waited_for: dict["Door", None] = {}  # the longest first
    head_timer = taking_timer = None

    def connection_made(self, transport):
        super().connection_made(transport)
        self.wait()
        self.time_head()

    def data_received(self, data):
        super().data_received(data)
        if self.conn.their_state in WAITING_FOR:
            self.wait()
        else:
            self.waited_for.pop(self, None)
        if self.conn.their_state is h11.IDLE:
            self.time_head()
        else:
            self.head_timer = stopped(self.head_timer)

    def on_response_complete(self):
        super().on_response_complete()
        if self.conn.their_state in WAITING_FOR:
            self.wait()
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self.time_head()  # the next one's beginning came with the last

    def connection_lost(self, exc):
        self.waited_for.pop(self, None)
        self.head_timer = stopped(self.head_timer)
        self.taking_timer = stopped(self.taking_timer)
        super().connection_lost(exc)

    def wait(self):
        if self in self.waited_for or self.transport.is_closing():
            return
        if len(self.waited_for) >= MOST:
            longest = next(iter(self.waited_for))
            del self.waited_for[longest]
            longest.transport.abort()
        self.waited_for[self] = None

    def time_head(self):
        if self.head_timer is None:
            self.head_timer = self.loop.call_later(PATIENCE, self.transport.abort)

    def pause_writing(self):
        super().pause_writing()
        self.taking_timer = self.loop.call_later(PATIENCE, self.transport.abort)

    def resume_writing(self):
        super().resume_writing()
        self.taking_timer = stopped(self.taking_timer)


def stopped(timer):
    if timer:
        timer.cancel()
