"""A record has a field beside its id: its key changes, so the rows move to a new database table."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import drawleaf.envelopes.fields

MOVE = """
INSERT INTO notebook_moved (owner_id, record, field, revision, envelope, position)
SELECT owner_id, record, 'record', revision, envelope, position FROM notebook_record
"""
ONE_A_POSITION = models.UniqueConstraint(
    fields=("owner", "position"), name="one_record_a_position"
)


class Migration(migrations.Migration):
    dependencies = [
        ("notebook", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Moved",
            fields=[
                ("pk", models.CompositePrimaryKey("owner_id", "record", "field", blank=True, editable=False, primary_key=True, serialize=False)),
                ("record", models.UUIDField()),
                ("field", models.CharField(default="record", max_length=8)),
                ("revision", models.PositiveBigIntegerField()),
                ("envelope", drawleaf.envelopes.fields.EnvelopeField()),
                ("position", models.PositiveBigIntegerField()),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel("Record"),
        migrations.RenameModel("Moved", "Record"),
        migrations.AddConstraint("Record", ONE_A_POSITION),
    ]
