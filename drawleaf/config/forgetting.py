"""What is kept for a day goes by itself, whether anybody comes or not."""

import asyncio
import logging

from django.db import DatabaseError, connection

from drawleaf.people.models import Attempt, Device

AN_HOUR = 3600
logger = logging.getLogger(__name__)


async def forget_by_itself():
    while True:
        await asyncio.to_thread(forget)
        await asyncio.sleep(AN_HOUR)


def forget():
    try:
        Attempt.forget_old()
        Device.forget_sessions()
    except DatabaseError as error:
        logger.error("What is a day old could not be forgotten just now: %s", error)
    finally:
        connection.close()
