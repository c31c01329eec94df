from django.urls import path

from . import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("worker.js", views.worker, name="worker"),
    path("manifest/<str:name>.webmanifest", views.manifest_page, name="manifest"),
    path("offline/", views.offline, name="offline"),
    path("help/", views.help_page, name="help"),
    path("talk/", views.talk, name="talk"),
]
