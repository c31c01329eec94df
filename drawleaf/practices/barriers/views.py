"""Our loop: the one part of this practice that two look at."""

from drawleaf.questions.views import listing

loop = listing("barriers", "barriers/loop.html")
