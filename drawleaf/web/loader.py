"""Templates whose unchanging parts are worked out once for each language.

Most of a page is the same for everybody: sentences, icons, addresses. What depends on nobody is
found when a template is loaded, rendered when first shown, and kept.
"""

from django.template import Context
from django.template.base import Node, NodeList, TextNode, TokenType
from django.template.defaulttags import CommentNode, IfNode, LoadNode, URLNode
from django.template.loader_tags import IncludeNode
from django.template.loaders import app_directories, cached
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.safestring import mark_safe
from django.utils.translation import get_language


class Loader(cached.Loader):
    def __init__(self, engine):
        super().__init__(engine, [])
        self.loaders = [app_directories.Loader(engine)]

    def get_template(self, template_name, skip=None):
        is_new = self.cache_key(template_name, skip) not in self.get_template_cache
        template = super().get_template(template_name, skip)
        if is_new:
            fold(template.nodelist, self.engine)
        return template


class Same(Node):
    """Neighbours that come out the same for everybody who reads one language."""

    child_nodelists = ()

    def __init__(self, nodes):
        self.nodes = NodeList(nodes)
        self.kept = {}

    def render(self, context):
        language = get_language()
        if language not in self.kept:
            self.kept[language] = mark_safe(self.nodes.render(context))  # noqa: S308
        return self.kept[language]


def fold(nodes, engine):
    """Replace, in place and in depth, each run of constant nodes by one that keeps its words."""
    folded, run = [], []
    for node in [*nodes, None]:
        if node is not None and is_constant(node, engine):
            run.append(node)
            continue
        folded += run if all(isinstance(each, TextNode) for each in run) else [Same(run)]
        run = []
        if node is not None:
            for inner in inside(node):
                fold(inner, engine)
            folded.append(node)
    nodes[:] = folded


def inside(node):
    if isinstance(node, IfNode):
        return [nodes for _, nodes in node.conditions_nodelists]
    found = (getattr(node, name, None) for name in node.child_nodelists)
    return [nodes for nodes in found if isinstance(nodes, NodeList)]


def is_constant(node, engine) -> bool:
    match node:
        case TextNode() | CommentNode() | LoadNode() | Same():
            return True
        case TranslateNode():
            return not node.asvar and not node.message_context and literal(node.filter_expression)
        case BlockTranslateNode():
            return not (
                node.extra_context or node.plural or node.asvar or node.message_context
            ) and (all(token.token_type == TokenType.TEXT for token in node.singular))
        case StaticNode():
            return not node.varname and literal(node.path)
        case URLNode():
            return not (node.args or node.kwargs or node.asvar) and literal(node.view_name)
        case IncludeNode():
            if node.extra_context or not literal(node.template):
                return False
            included = engine.get_template(node.template.resolve(Context()))
            return all(is_constant(each, engine) for each in included.nodelist)
    return False


def literal(expression) -> bool:
    plain = getattr(expression.var, "lookups", None) is None
    return plain and not expression.filters
