from django.urls import path

from . import views

urlpatterns = [
    path("questions/", views.questions, name="questions"),
    path("questions/beginnings/<slug:practice>/", views.beginnings, name="question-beginnings"),
    path("questions/<uuid:joint>/", views.question, name="question"),
    path("questions/<uuid:joint>/answer/", views.answer, name="question-answer"),
    path("questions/<uuid:joint>/withdrawal/", views.withdrawal, name="question-withdrawal"),
    path("questions/<uuid:joint>/ahead/", views.ahead, name="question-ahead"),
    path("questions/<uuid:joint>/opening/", views.opening, name="question-opening"),
    path("questions/<uuid:joint>/replies/", views.replies, name="question-replies"),
    path("questions/<uuid:joint>/ending/", views.endings, name="question-ending"),
]
