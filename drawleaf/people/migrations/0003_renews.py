import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_passkey")]

    operations = [
        migrations.AddField(
            model_name="couple",
            name="renews",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="renewals",
                to="people.couple",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="renews",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="people.couple",
            ),
        ),
    ]
