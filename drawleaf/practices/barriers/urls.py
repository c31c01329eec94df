from django.urls import path

from . import views

urlpatterns = [path("loop/", views.loop, name="loop")]
