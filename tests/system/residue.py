"""Looks for words in everything that a running Qt program holds: widgets, models, Python objects.

It looks, it does not wipe: fields are the exception, whose undo and redo it has to try.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QAbstractItemModel, QMetaObject, QModelIndex, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_ROLES: Final = [*range(16), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 16)]
_MOST_STEPS: Final = 1000  # of undo


def residue(words: Collection[str]) -> list[str]:
    """Where any of `words` is found.

    Args:
        words: in small letters; capitals are found, too.

    Returns: places, without what stands there.
    """
    found = [
        place for place, text in _everything() if any(word in text.casefold() for word in words)
    ]
    return sorted({*found, *_in_python(words)})


def _everything() -> Iterator[tuple[str, str]]:
    """Places of the program with the text that is there."""
    yield from _clipboard()
    for thing in _objects():
        if isValid(thing):
            place = f"{type(thing).__name__} {thing.objectName()}"
            yield from ((f"{place}: {where}", text) for where, text in _texts(thing))


def _objects() -> Iterator[QObject]:
    """Every QObject that hangs on the application, a window or a widget; each once."""
    app = cast("QObject", QApplication.instance())
    roots: list[QObject] = [app, *QApplication.allWidgets(), *QGuiApplication.allWindows()]
    seen: set[int] = set()
    for root in roots:
        for thing in (root, *root.findChildren(QObject)):
            if id(thing) not in seen:
                seen.add(id(thing))
                yield thing


def _clipboard() -> Iterator[tuple[str, str]]:
    clipboard = QGuiApplication.clipboard()
    for mode in QClipboard.Mode:
        if data := clipboard.mimeData(mode):
            yield f"clipboard {mode.name}", clipboard.text(mode)
            for form in data.formats():
                yield f"clipboard {mode.name} {form}", _decoded(data.data(form).data())


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace") + data.decode("utf-16-le", "replace")


def _texts(thing: QObject) -> Iterator[tuple[str, str]]:
    yield from _properties(thing)
    if isinstance(thing, QAbstractItemModel):
        yield from _model(thing)
    elif isinstance(thing, QTextDocument):
        yield "text", thing.toRawText()
        yield "html", thing.toHtml()
    elif isinstance(thing, QTextEdit | QPlainTextEdit):
        yield "document", thing.document().toRawText()
    if isinstance(thing, QLineEdit | QTextEdit | QPlainTextEdit):
        yield from _undo(thing)


def _properties(thing: QObject) -> Iterator[tuple[str, str]]:
    """Those of its class and those that were added, as far as they are or hold text."""
    meta: QMetaObject = thing.metaObject()
    names = {str(meta.property(at).name()) for at in range(meta.propertyCount())}
    added = {bytes(name.data()).decode("utf-8", "replace") for name in thing.dynamicPropertyNames()}
    for name in sorted(names | added):
        with suppress(RuntimeError):  # of a type that Python does not know, so no text
            for text in _strings(thing.property(name)):
                yield f"property {name}", text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield _decoded(value)
    elif isinstance(value, dict):
        yield from _strings([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _strings(part)


def _model(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    """All rows and columns in all roles."""
    roles = {*_ROLES, *model.roleNames()}
    open_: list[QModelIndex] = [QModelIndex()]
    while open_:
        parent = open_.pop()
        for row in range(model.rowCount(parent)):
            for column in range(model.columnCount(parent)):
                index = model.index(row, column, parent)
                open_.append(index)
                for role in roles:
                    for text in _strings(model.data(index, role)):
                        yield f"model, role {role}", text


def _undo(field: Any) -> Iterator[tuple[str, str]]:
    """What undo and redo bring back, step by step; every kind of field has both."""
    text = field.text if isinstance(field, QLineEdit) else field.toPlainText
    for name in ("undo", "redo"):
        before = None
        for _ in range(_MOST_STEPS):
            getattr(field, name)()
            if text() == before:
                break
            before = text()
            yield name, before


def _in_python(words: Collection[str]) -> Iterator[str]:
    """Objects of Python that hold a text with one of `words`, other than `words` themselves."""
    gc.collect()
    own = {id(word) for word in words}
    for holder in gc.get_objects():
        texts: Iterable[object] = gc.get_referents(holder)
        for text in texts:
            if isinstance(text, str) and id(text) not in own:
                small = text.casefold()
                if any(word in small for word in words):
                    yield f"Python {type(holder).__name__}"
