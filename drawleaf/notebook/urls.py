from django.urls import path

from . import views

urlpatterns = [
    path("notebook/records/", views.records, name="records"),
    path("notebook/resealings/", views.resealings, name="resealings"),
]
