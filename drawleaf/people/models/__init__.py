from .couple import Couple
from .device import Device
from .invitation import Invitation
from .keyring import KeyringPart
from .person import Person

__all__ = ["Couple", "Device", "Invitation", "KeyringPart", "Person"]
