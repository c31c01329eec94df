from django.urls import path

from . import views

urlpatterns = [
    path("goals/", views.goals, name="goals"),
    path("goals/new/", views.new, name="goal-new"),
    path("goals/beginnings/", views.beginnings, name="goal-beginnings"),
    path("goals/<uuid:joint>/", views.goal, name="goal"),
    path("goals/<uuid:joint>/wording/", views.wording, name="goal-wording"),
    path("goals/<uuid:joint>/leaves/", views.leaves, name="goal-leaves"),
    path("goals/<uuid:joint>/ending/", views.ending, name="goal-ending"),
]
