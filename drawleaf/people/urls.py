from django.urls import path

from .views import entrance, keyring, pairing, passkeys, settings

urlpatterns = [
    path("sign-in/", entrance.sign_in, name="sign-in"),
    path("sign-in/salt/", entrance.salt, name="salt"),
    path("sign-in/passkey/", passkeys.sign_in, name="passkey-sign-in"),
    path("sign-in/passkey/challenge/", passkeys.sign_in_challenge, name="passkey-question"),
    path("sign-up/", entrance.sign_up, name="sign-up"),
    path("recover/", entrance.recover, name="recover"),
    path("sign-out/", entrance.sign_out, name="sign-out"),
    path("keyring/", keyring.keyring, name="keyring"),
    path("keyring/keys/", keyring.keys, name="keyring-keys"),
    path("keyring/passphrase/", keyring.passphrase, name="keyring-passphrase"),
    path("keyring/recovery/", keyring.recovery, name="keyring-recovery"),
    path("keyring/renewal/", keyring.renewal, name="keyring-renewal"),
    path("passkeys/", passkeys.passkeys, name="passkeys"),
    path("passkeys/challenge/", passkeys.challenge, name="passkey-challenge"),
    path("passkeys/<uuid:id>/removal/", passkeys.removal, name="passkey-removal"),
    path("pairing/", pairing.pairing, name="pairing"),
    path("join/<uuid:id>/", pairing.join, name="join"),
    path("invitations/", pairing.invitations, name="invitations"),
    path("invitations/<uuid:id>/withdrawal/", pairing.withdrawal, name="withdrawal"),
    path("invitations/<uuid:id>/confirmation/", pairing.confirmation, name="confirmation"),
    path("settings/", settings.settings, name="settings"),
    path("settings/name/", settings.name, name="name"),
    path("settings/table/", settings.table, name="table-in-use"),
    path("privacy/", settings.privacy, name="privacy"),
    path("devices/others/ending/", settings.end_other_devices, name="devices-ending"),
    path("devices/this/use/", settings.use_device, name="device-use"),
    path("devices/<uuid:id>/ending/", settings.end_device, name="device-ending"),
]
