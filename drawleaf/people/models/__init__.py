from .attempt import Attempt
from .couple import Couple
from .device import Device
from .invitation import Invitation
from .keyring import KeyringPart
from .passkey import Passkey
from .person import Person

__all__ = ["Attempt", "Couple", "Device", "Invitation", "KeyringPart", "Passkey", "Person"]
