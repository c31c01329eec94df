"""Our page: what both add to one journal. Taking back is as for any leaf: `take_back`."""

from __future__ import annotations

from uuid import UUID

from drawleaf.client.keyring import Couple
from drawleaf.client.table import Leaf, Table

KIND = "page.addition"


class OurPage(Table):
    def add_to_our_page(self, text: str, day: str, couple: Couple | None = None) -> UUID:
        """Add Markdown to the page of the two; each addition is a leaf by itself."""
        couple = couple or self.couple()
        return self.lay(address(couple.id), KIND, day, {"text": text}, couple=couple)

    def change_on_our_page(self, addition: Leaf, text: str) -> UUID:
        """Say mine anew. Its day stays; the other sees that it was edited (`revision` > 1)."""
        return self.lay(
            address(addition.couple), KIND, addition.day, {"text": text},
            couple=self.couple(addition.couple), record=addition.record,
            revision=addition.revision + 1,
        )  # fmt: skip

    def our_page(self, couple: Couple | None = None) -> list[Leaf]:
        """What stands on the page of the two, oldest day first; what does not open has `error`."""
        couple = couple or self.couple()
        return [leaf for leaf in self.of(KIND) if leaf.couple == couple.id]


def address(couple: UUID) -> str:
    return f"/table/{couple}/page/additions/"
