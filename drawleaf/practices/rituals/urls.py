from django.urls import path

from . import views

urlpatterns = [
    path("rituals/", views.rituals, name="rituals"),
    path("rituals/new/", views.new, name="ritual-new"),
    path("rituals/touch/", views.touch, name="touch"),
    path("rituals/touch/wishes/", views.wishes, name="touch-wishes"),
    path("rituals/proposals/", views.proposals, name="ritual-proposals"),
    path("rituals/<uuid:joint>/", views.ritual, name="ritual"),
    path("rituals/<uuid:joint>/agreement/", views.agreement, name="ritual-agreement"),
    path("rituals/<uuid:joint>/ticks/", views.ticks, name="ritual-ticks"),
    path("rituals/<uuid:joint>/answers/", views.answers, name="ritual-answers"),
    path("rituals/<uuid:joint>/rests/", views.rests, name="ritual-rests"),
    path("rituals/<uuid:joint>/renewal/", views.renewal, name="ritual-renewal"),
    path("rituals/<uuid:joint>/ending/", views.ending, name="ritual-ending"),
]
