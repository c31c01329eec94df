from django.urls import path

from . import views

urlpatterns = [
    path("table/", views.table, name="table"),
    path("table/leaves/", views.leaves, name="leaves"),
    path("table/leaves/<uuid:record>/", views.leaf, name="leaf"),
    path("table/leaves/<uuid:record>/taking-back/", views.taking_back, name="take-back"),
    path("table/page/", views.our_page, name="our-page"),
    path("table/<uuid:couple>/page/additions/", views.additions, name="additions"),
]
