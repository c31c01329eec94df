"""What this place is called on a home screen: a few names that tell nothing of what it is."""

from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

NAMES = {"leaf": _("Leaf"), "notes": _("Notes"), "day": _("Day"), "garden": _("Garden")}
PAPER = "#faf7f0"


def manifest(name) -> dict:
    """`id` is the same for all, so that a new name is not a second app."""
    return {
        "name": name,
        "short_name": name,
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            icon("leaf.svg", "any", "image/svg+xml"),
            icon("leaf-192.png", "192x192"),
            icon("leaf-512.png", "512x512", purpose="any maskable"),
        ],
    }


def icon(file, sizes, kind="image/png", **more):
    return {"src": static(f"web/icons/{file}"), "sizes": sizes, "type": kind, **more}
