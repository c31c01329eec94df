from django.urls import path

from . import views

urlpatterns = [
    path("promises/", views.promises, name="promises"),
    path("promises/new/", views.new, name="promise-new"),
    path("promises/beginnings/", views.beginnings, name="promise-beginnings"),
    path("promises/repairs/", views.repairs, name="promise-repairs"),
    path("promises/repairs/new/", views.new_repair, name="promise-repair-new"),
    path("promises/repairs/thanks/", views.repair_thanks, name="promise-repair-thanks"),
    path("promises/<uuid:joint>/", views.promise, name="promise"),
    path("promises/<uuid:joint>/wording/", views.wording, name="promise-wording"),
    path("promises/<uuid:joint>/outcome/", views.outcome, name="promise-outcome"),
    path("promises/<uuid:joint>/thanks/", views.thanks, name="promise-thanks"),
]
