"""`python -m demo URL CODE`: fills an empty server and says how to sign in as either."""

import sys

from demo.story import fill
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    url, code = sys.argv[1:]
    try:
        ways = fill(url, code)
    except (Refusal, VaultError) as refused:
        sys.exit(f"The demo could not move in: {refused}")
    print("Sign in as either of the two:")
    for way in ways:
        print(f"  {way.name}: name {way.user}, passphrase {way.passphrase}")


if __name__ == "__main__":
    main()
