from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from drawleaf.web.refusals import read

from .forms import RecordForm, ResealingForm
from .models import Record


@require_POST
def records(request):
    fields = read(RecordForm(request.POST))
    kept = Record.keep(request.user, **fields)
    return JsonResponse({"revision": kept.revision})


@require_POST
def resealings(request):
    fields = read(ResealingForm(request.POST))
    mine = Record.objects.for_person(request.user).select_related("owner")
    kept = get_object_or_404(mine, record=fields["record"], field=fields["field"])
    kept.seal_anew(fields["revision"], fields["envelope"])
    return JsonResponse({"revision": kept.revision})
