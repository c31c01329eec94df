from django.core.management.base import BaseCommand

from drawleaf.people.models import Person
from drawleaf.people.signing_in import first_code


class Command(BaseCommand):
    help = "Print the code for the first account; nothing once somebody is here."

    def handle(self, *args, **options):
        if not Person.objects.exists():
            self.stdout.write(first_code())
