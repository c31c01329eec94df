"""Every address of the house; each room keeps its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("drawleaf.home.urls")),
    path("", include("drawleaf.practices.barriers.urls")),
    path("", include("drawleaf.practices.foundations.urls")),
    path("", include("drawleaf.practices.goals.urls")),
    path("", include("drawleaf.practices.rituals.urls")),
    path("", include("drawleaf.practices.promises.urls")),
    path("", include("drawleaf.questions.urls")),
    path("", include("drawleaf.table.urls")),
    path("", include("drawleaf.notebook.urls")),
    path("", include("drawleaf.people.urls")),
    path("", include("drawleaf.web.urls")),
]
