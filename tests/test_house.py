"""Rules of the house, as tests."""

import ast
import html
import json
import re
import statistics
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from drawleaf.envelopes.fields import EnvelopeField
from drawleaf.notebook.models import Record
from drawleaf.people.readers import ReaderManager
from drawleaf.table.models import Joint, Leaf
from drawleaf.web.headers import static_file

ROOT = Path(__file__).resolve().parents[1]
OURS = [app.label for app in apps.get_app_configs() if app.name.startswith("drawleaf.")]
TEMPLATES = sorted(ROOT.glob("drawleaf/**/templates/**/*.html"))
SCRIPTS = sorted(ROOT.glob("drawleaf/**/static/**/*.js"))
STYLES = sorted(ROOT.glob("drawleaf/**/static/**/*.css"))


def fields():
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            yield from ((model, field) for field in model._meta.local_concrete_fields)


def named(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.name)


def test_no_model_has_room_for_words():
    """Free text is for the names of people and devices; short keys are not free."""
    allowed = {
        ("Person", "name"), ("Person", "display_name"),
        ("Person", "password"), ("Person", "recovery_login"),
        ("Device", "name"), ("Device", "session_key"),
        ("KeyringPart", "field"),
        ("Leaf", "collection"), ("Leaf", "field"), ("Joint", "practice"),
        ("Record", "field"), ("Question", "belongs_to"),
    }  # fmt: skip
    found = {
        (model.__name__, field.name)
        for model, field in fields()
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
    }
    assert found == allowed


def test_sealed_content_stands_in_two_tables_and_with_people():
    found = {model.__name__ for model, field in fields() if isinstance(field, EnvelopeField)}
    assert found == {"Record", "Leaf", "KeyringPart", "Invitation"}


@pytest.mark.parametrize("noun", [Record, Leaf, Joint])
def test_sealed_content_asks_for_its_reader(noun):
    assert isinstance(noun._default_manager, ReaderManager)


def test_bytes_are_keys_or_envelopes():
    plain = {(m.__name__, f.name) for m, f in fields() if type(f) is models.BinaryField}
    keys = {("Person", "key_id"), ("Couple", "key_id")}
    assert plain == keys | {("Passkey", "credential_id"), ("Passkey", "public_key")}


@named(TEMPLATES)
def test_no_inline_script_or_style(path):
    page = path.read_text()
    for tag in re.findall(r"<script\b[^>]*>", page):
        assert "src=" in tag or 'type="application/json"' in tag, tag
    assert not re.search(r"\son[a-z]+=|\sstyle=|<style|javascript:", page)


@named(TEMPLATES)
def test_a_card_that_shows_somebodys_text_says_of_which_kind(path):
    """Under its seal, what was said in one place would be believed in any a host lays it into."""
    page = path.read_text()
    for shown in re.finditer(r'{% sealed \w+( "text")? %}', page):
        cards = re.findall(r'data-leaf(?:="([^"]+)")?[ >]', page[: shown.start()])
        assert cards[-1], shown[0]


@named(TEMPLATES)
def test_templates_are_translated_and_load_nothing_foreign(path):
    page = path.read_text()
    assert not re.search(r'(src|href|action)="(https?:)?//', page)
    for words in re.findall(r">([^<>{}]*[A-Za-z]{3,}[^<>{}]*)<", without_tags(page)):
        assert words.strip(" ·") in {"", "Drawleaf"}, f"not translated: {words.strip()}"


def without_tags(page: str) -> str:
    page = re.sub(r"{% comment %}.*?{% endcomment %}", "", page, flags=re.S)
    page = re.sub(r"{% blocktrans(?:late)?\b.*?{% endblocktrans(?:late)? %}", "", page, flags=re.S)
    return html.unescape(re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", page, flags=re.S))


@named(TEMPLATES)
def test_what_is_rendered_once_for_all_holds_nothing_of_anybody(path):
    for kept in re.findall(r"{% cache None .*?%}(.*?){% endcache %}", path.read_text(), re.S):
        assert not re.search(r"{{|request|csrf_token", with_includes(kept))


# And what a script of ours renders once: given nobody, and a text or two that are everybody's.
ONCE = {"web/beneath.html", "rituals/_asks.html", "foundations/notebook.html"}


def test_what_is_rendered_once_by_hand_holds_nothing_of_anybody_either():
    code = "".join((ROOT / name).read_text() for name in files("drawleaf/*.py"))
    assert set(re.findall(r'render_to_string\(\s*"([^"]+)"', code)) == ONCE
    for name in ONCE:
        (path,) = [*ROOT.glob(f"drawleaf/**/templates/{name}")]
        page = with_includes(path.read_text())
        assert not re.search(r"request|csrf_token|{{ (user|person|couple)", page)


def with_includes(page: str) -> str:
    def text_of(tag):
        (path,) = ROOT.glob(f"drawleaf/**/templates/{tag[1]}")
        return with_includes(path.read_text())

    return re.sub(r'{% include "([^"]+)"[^%]*%}', text_of, page)


@named(TEMPLATES)
def test_fields_for_words_have_no_name_and_no_memory(path):
    for field in re.findall(r"<textarea\b[^>]*>|<input type=\"search\"[^>]*>", path.read_text()):
        assert " name=" not in field
        assert 'autocomplete="off"' in field and 'spellcheck="false"' in field


# What gentle wording looks for is not offered.
OFFERED = [it for it in ROOT.glob("drawleaf/**/content/**/*.toml") if "gentle" not in it.name]


@named(sorted(OFFERED))
def test_nothing_that_is_offered_is_touch(path):
    """Touch is a wish of one's own, and never a ritual, a promise, a goal, or an idea for one."""
    words = r"\b(kiss|hug|cuddl|caress|touch|hold(ing)? hands|embrac|massage)"
    assert not re.search(words, path.read_text(), re.I)


@named(TEMPLATES)
def test_no_field_asks_where_anybody_is_or_when(path):
    """A day by which, or until which, is fine; an hour and a place are nobody's business here."""
    page = path.read_text()
    assert not re.search(r'type="(time|datetime-local|week|tel|url|file)"', page)
    members = set(re.findall(r'data-member="(\w+)"', page))
    assert not members & {"where", "place", "location", "address", "at", "time", "hour", "from"}


@named(SCRIPTS)
def test_scripts_build_no_html_and_call_nobody_foreign(path):
    script = path.read_text()
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function"
    assert not re.search(forbidden, script)
    assert not re.search(r"https?://(?!www\.w3\.org)", script)
    assert "console.log" not in script


@named(SCRIPTS)
def test_scripts_hold_no_sentences(path):
    """A string that begins like a sentence belongs into a template, to be translated."""
    script = re.sub(r"//[^\n]*|/\*.*?\*/", "", path.read_text(), flags=re.S)
    assert not re.findall(r"""["`'][A-Z][a-z]*,?( [a-z]+,?){2,}""", script)


@named(SCRIPTS)
def test_scripts_keep_the_order_of_the_rooms(path):
    room, *inside = path.relative_to(ROOT / "drawleaf").parts
    practices = {folder.name for folder in (ROOT / "drawleaf" / "practices").iterdir()}
    under_table = {"web", "people", "notebook", "table"}
    below = {
        "web": {"web"},
        "people": {"web", "people"},
        "notebook": {"web", "people", "notebook"},
        "table": {"web", "people", "table"},
        "questions": under_table | {"questions"},
        "practices": under_table | {"questions", inside[0]},
        "home": under_table | practices | {"questions", "home"},
    }[room]
    assert set(re.findall(r'"#(\w+)/', path.read_text())) <= below


def files(*endings) -> list[str]:
    """Names of all that is ours, below the root; one deleted a moment ago is no more."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *endings],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return sorted({name for name in listed.stdout.split() if (ROOT / name).exists()})


@pytest.mark.parametrize("name", [name for name in files("*.py") if "test" in name])
def test_no_test_borrows_from_another(name):
    """What two of them need has a module of its own, so that either can be read alone."""
    for node in ast.walk(ast.parse((ROOT / name).read_text())):
        if isinstance(node, ast.ImportFrom):
            found = [*(node.module or "").split("."), *(each.name for each in node.names)]
        elif isinstance(node, ast.Import):
            found = [part for each in node.names for part in each.name.split(".")]
        else:
            continue
        assert not any(part.startswith("test_") for part in found), ast.unparse(node)


def test_files_are_small():
    names = [
        name for name in files("*.py", "*.js", "*.css", "*.html") if "/migrations/" not in name
    ]
    sizes = {name: len((ROOT / name).read_text().splitlines()) for name in names}
    largest = max(sizes, key=sizes.__getitem__)
    median = statistics.median(size for name, size in sizes.items() if size)
    print(f"{len(sizes)} files, median {median:.0f} lines, largest {largest}: {sizes[largest]}")
    assert sizes[largest] <= 300
    assert median <= 70


@named(TEMPLATES)
def test_a_page_loads_few_files(path):
    page = path.read_text()
    assert len(re.findall(r'rel="stylesheet"', page)) <= 3
    assert len(re.findall(r"<script\b[^>]*src=", page)) <= 1


def test_only_one_worker_may_compile_webassembly():
    """Of all that is served; a worker obeys the policy of its own response."""
    manifest = json.loads((Path(settings.STATIC_ROOT) / "staticfiles.json").read_text())
    allowed = set()
    for name, served in manifest["paths"].items():
        headers = {}
        static_file(headers, "", settings.STATIC_URL + served)
        assert headers["Content-Security-Policy"].startswith(
            "default-src 'none'; script-src 'self'"
        )
        if "wasm-unsafe-eval" in headers["Content-Security-Policy"]:
            allowed.add(name)
    assert allowed == {"web/workers/argon2.js"}


@named(STYLES)
def test_styles_import_nothing(path):
    assert "@import" not in path.read_text()
    assert not re.search(r"url\((?!\"?data:)", path.read_text())


ENGINE = {
    "Python": ("drawleaf/questions/*.py",),
    "scripts": (
        "drawleaf/questions/static/questions/*.js",
        "drawleaf/questions/static/*/pages/*.js",
    ),
    "client": ("drawleaf/client/questions.py", "drawleaf/client/reveal.py"),
}


@pytest.mark.parametrize("part", ENGINE)
def test_the_engine_of_questions_stays_small(part):
    """Three hundred lines of code a language: a practice on it is texts."""
    paths = [path for pattern in ENGINE[part] for path in ROOT.glob(pattern)]
    assert paths and sum(len(code_of(path)) for path in paths) <= 300


def code_of(path) -> list[str]:
    """Its lines without empty ones and those that only explain."""
    text = path.read_text()
    if path.suffix == ".py":
        nouns = (ast.Module, ast.ClassDef, ast.FunctionDef)
        told = [node.body[0] for node in ast.walk(ast.parse(text)) if ast_told(node, nouns)]
        lines = text.splitlines()
        for each in told:
            lines[each.lineno - 1 : each.end_lineno] = [""] * (each.end_lineno - each.lineno + 1)
        text = "\n".join(lines)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S) if path.suffix == ".js" else text
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "//"))]


def ast_told(node, nouns) -> bool:
    return isinstance(node, nouns) and ast.get_docstring(node) is not None
