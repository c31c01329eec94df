from django.http import JsonResponse
from django.views.decorators.http import require_POST

from drawleaf.web.refusals import read

from .forms import RecordForm
from .models import Record


@require_POST
def records(request):
    fields = read(RecordForm(request.POST))
    kept = Record.keep(request.user, **fields)
    return JsonResponse({"revision": kept.revision})
