"""Finds code that looks into entries, contacts and sources of a pack, by its syntax tree.

Types are not inferred. What leads to a contact or a source cannot be written at all: lookups of the
pack, imports of the model's classes (strict typing wants them at each function that is handed one),
fields that no other class has. For an entry, which may be passed on, names are followed within the
module: from a lookup, or an annotation, to whatever is bound to it.
"""

from __future__ import annotations

import ast
import dataclasses
from typing import TYPE_CHECKING

from desktop.content.answer import Answer, ContactInfo, PhoneNumber, Reference
from desktop.pack.model import Contact, Entry, Phone, Source, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator

IMPORTED = {
    "Pack",
    "Entry",
    "Topic",
    "Manifest",
    "Slug",
    "closest_language",
    "walk",
}  # of the model, by all
READ = {"id", "topic", "question"}  # of an entry, by anyone: what a list shows
METHODS = {"get", "values", "items", "keys"}
PASSING_ON = {"next", "iter", "list", "tuple", "sorted", "reversed", "enumerate", "zip", "filter"}
ENTRIES = {"entries", "entry_by_id", "entries_by_topic"}
LOOKUPS = {"contact_by_id", "source_by_id"}

_PRESENTED = {
    field.name
    for each in (Answer, Reference, ContactInfo, PhoneNumber)
    for field in dataclasses.fields(each)
}
_ELSEWHERE = {"answer", "languages", "title", "publisher", "date", "address", "topic", "by"}
FIELDS = {
    name for each in (Contact, Entry, Phone, Source, Translation) for name in each.__struct_fields__
} - (_PRESENTED | _ELSEWHERE)
"""Names of fields that nothing but a record of the pack has."""


def entry_reads(module: ast.Module) -> list[str]:
    """The expressions and imports of `module` that look into entries, contacts or sources."""
    followed = _Followed(module)
    return [found for node in ast.walk(module) for found in _offences(node, followed)]


def _offences(node: ast.AST, followed: _Followed) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom):
        names = {alias.name for alias in node.names}
        if (node.module == "desktop.pack.model" and names - IMPORTED) or (
            node.module == "desktop.pack" and "model" in names
        ):
            yield ast.unparse(node)
    elif isinstance(node, ast.Import) and any(a.name == "desktop.pack.model" for a in node.names):
        yield ast.unparse(node)
    elif isinstance(node, ast.Attribute):
        of_pack = _last(node.value).lstrip("_") == "pack" and node.attr in {"contacts", "sources"}
        of_entry = node.attr not in READ | METHODS and followed.leads_to_entry(node.value)
        if node.attr in LOOKUPS | FIELDS or of_pack or of_entry:
            yield ast.unparse(node)


class _Followed:
    """Names and attributes of a module that are bound to entries, or to many of them."""

    def __init__(self, module: ast.Module) -> None:
        self.names: set[str] = set()
        self._calls: set[str] = set()
        self._knows_class = any(
            isinstance(node, ast.ImportFrom)
            and node.module == "desktop.pack.model"
            and any(alias.name == "Entry" for alias in node.names)
            for node in ast.walk(module)
        )
        before = -1
        while before < len(self.names) + len(self._calls):
            before = len(self.names) + len(self._calls)
            for node in ast.walk(module):
                self._bind(node)

    def leads_to_entry(self, node: ast.expr | None) -> bool:
        """Whether an expression is an entry, or a collection of entries."""
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name):
                return name in self.names or (isinstance(node, ast.Attribute) and name in ENTRIES)
            case ast.Subscript(value=value) | ast.NamedExpr(value=value) | ast.Starred(value=value):
                return self.leads_to_entry(value)
            case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in METHODS:
                return self.leads_to_entry(value)
            case ast.Call(func=func, args=args):
                passed_on = _last(func) in PASSING_ON and any(map(self.leads_to_entry, args))
                return passed_on or _last(func) in self._calls
            case ast.IfExp(body=one, orelse=other):
                return self.leads_to_entry(one) or self.leads_to_entry(other)
            case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
                return any(map(self.leads_to_entry, values))
            case ast.GeneratorExp(elt=element) | ast.ListComp(elt=element):
                return self.leads_to_entry(element)
        return False

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.arg(arg=name, annotation=annotation) if self._is_entry(annotation):
                self.names.add(name)
            case ast.AnnAssign(target=target, annotation=annotation) if self._is_entry(annotation):
                self._add(target)
            case ast.FunctionDef(name=name, returns=annotation) if self._is_entry(annotation):
                self._calls.add(name)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                for target, value in zip(targets, values, strict=False):
                    self._add(target, value)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._add(target, value)
            case ast.NamedExpr(target=target, value=value):
                self._add(target, value)
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                self._add(target, value)

    def _is_entry(self, annotation: ast.expr | None) -> bool:
        return self._knows_class and any(
            isinstance(node, ast.Name) and node.id == "Entry"
            for node in ast.walk(annotation or ast.Pass())
        )

    def _add(self, target: ast.expr, value: ast.expr | None = None) -> None:
        if value is None or self.leads_to_entry(value):
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            self.names |= {_last(part) for part in parts} - {""}


def _last(node: ast.expr) -> str:
    """The last name of a dotted name; "" for anything else."""
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""
