from django.urls import path

from . import views

urlpatterns = [
    path("", views.today, name="today"),
    path("notebook/", views.notebook, name="notebook"),
    path("feed/", views.feed, name="feed"),
]
