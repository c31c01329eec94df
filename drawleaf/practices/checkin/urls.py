from django.urls import path

from . import views

urlpatterns = [
    path("checkin/", views.checkin, name="checkin"),
    path("checkin/proposals/", views.proposals, name="checkin-proposals"),
    path("checkin/<uuid:joint>/agreement/", views.agreement, name="checkin-agreement"),
    path("checkin/<uuid:joint>/renewal/", views.renewal, name="checkin-renewal"),
    path("checkin/<uuid:joint>/ending/", views.ending, name="checkin-ending"),
    path("checkin/weeks/<uuid:joint>/skips/", views.skips, name="week-skips"),
]
