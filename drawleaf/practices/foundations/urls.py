from django.urls import path

from . import views

urlpatterns = [
    path("foundations/", views.foundations, name="foundations"),
    path("foundations/wishes/", views.wishes, name="foundation-wishes"),
    path("foundations/wishes/answers/", views.answers, name="foundation-answers"),
]
