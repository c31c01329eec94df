from django.db import migrations, models


class Migration(migrations.Migration):
    """Where a leaf came to lie. What lies there already, with no change since, came where it is."""

    dependencies = [
        ("people", "0006_table_in_use"),
        ("table", "0003_kept_back"),
    ]

    operations = [
        migrations.AddField(
            model_name="leaf",
            name="first_position",
            field=models.PositiveBigIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name="leaf",
            index=models.Index(
                condition=models.Q(("joint", None)),
                fields=["couple", "field", "first_position"],
                name="leaves_as_they_came",
            ),
        ),
        migrations.RunSQL("UPDATE table_leaf SET first_position = position", migrations.RunSQL.noop),
    ]
