from django.urls import path

from . import views

urlpatterns = [
    path("cards/", views.cards, name="cards"),
    path("cards/drawn/", views.drawn, name="cards-drawn"),
    path("cards/deeper/", views.deeper, name="cards-deeper"),
    path("cards/telling/", views.telling, name="telling"),
    path("cards/tellings/", views.tellings, name="tellings"),
    path("cards/replies/", views.replies, name="telling-replies"),
]
