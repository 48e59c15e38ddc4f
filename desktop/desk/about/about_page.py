"""About page: program, pack, date of the facts, and all licences."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Qt, qVersion
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop import __version__
from desktop.desk.about.components import Component, components, licence_text
from desktop.pack.freshness import answers_reviewed, contacts_checked
from desktop.pack.markup import Run
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.look.text import paragraph, rich
from desktop.ui.widgets.reading_column import ReadingColumn
from desktop.ui.widgets.wrapping import Heading, WrappingButton, WrappingLabel

if TYPE_CHECKING:
    import datetime as dt

    from desktop.pack.freshness import Span
    from desktop.pack.view import PackView


class AboutPage(Adaptive, QWidget):
    """Facts about program and pack; the text of each licence on demand."""

    def __init__(self, pack: PackView, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._lang = pack, lang
        self._components = components()
        self._buttons: dict[str, WrappingButton] = {}
        self._opened = ""  # the component whose licence was opened last
        self._stack = QStackedWidget()
        self.licence = LicenceView()
        self.licence.back.clicked.connect(self._go_back)
        self.area = ReadingColumn()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.licence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._retranslate()

    def title(self) -> str:
        """Title of the page."""
        return self.tr("About")

    def set_language(self, lang: str) -> None:
        """Show the description of the pack in `lang`."""
        self._lang = lang
        self._retranslate()

    def event(self, event: QEvent) -> bool:
        """Esc leads from a licence back to the list, before it closes the page."""
        reading = self._stack.currentWidget() is self.licence
        if reading and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._go_back()
            event.accept()
            return True
        return super().event(event)

    # -- the list

    def _retranslate(self) -> None:
        """Build the list again, at the same place."""
        focused = next((name for name, one in self._buttons.items() if one.hasFocus()), "")
        self.area.setAccessibleName(self.title())
        self.area.start()
        self._buttons = {}
        self._fill_program()
        self._fill_pack()
        self._fill_components()
        self.area.finish()
        if focused:
            self._buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_program(self) -> None:
        self.area.add(Heading("Luminaria"))
        self.area.add(
            WrappingLabel(paragraph(self.tr("Answers questions without any connection."))), 8
        )
        self._fact(self.tr("Version:"), __version__)
        self._fact("Python:", platform.python_version())
        self._fact("Qt:", qVersion() or "")
        self._fact("PySide6:", PySide6.__version__)
        self._fact(self.tr("License:"), "Apache-2.0")
        own = self.tr("Read the license of Luminaria")
        self._add_button("Luminaria", own, ("licences/Apache-2.0.txt",))

    def _fill_pack(self) -> None:
        manifest, text = self._pack.manifest, self._pack.text
        self.area.add(Heading(text(manifest.title, self._lang)), 30)
        self._fact(self.tr("Identifier:"), manifest.id)
        self._fact(self.tr("Edition:"), str(manifest.version))
        self._fact(self.tr("Made on:"), self._date(manifest.created) if manifest.created else "")
        self._fact(self.tr("Publisher:"), manifest.publisher)
        self._fact(self.tr("License:"), manifest.licence)
        count = len(self._pack.entries)
        self._fact(self.tr("Contents:"), self.tr("%n question(s)", "", count))
        self._fact(self.tr("Answers reviewed:"), self._span(answers_reviewed(self._pack)))
        self._fact(self.tr("Contacts checked:"), self._span(contacts_checked(self._pack)))
        if disclaimer := text(manifest.disclaimer, self._lang):
            self.area.add(WrappingLabel(paragraph(disclaimer)), 12)

    def _fill_components(self) -> None:
        self.area.add(Heading(self.tr("Made with the work of others")), 30)
        how = self.tr("Choose a part to read its license in full.")
        self.area.add(WrappingLabel(paragraph(how)), 8)
        titles = {
            "libraries": self.tr("Program parts"),
            "fonts": self.tr("Letters, pictures and words"),
            "system": self.tr("Basic parts, from Debian"),
        }
        for group, title in titles.items():
            self.area.add(Heading(title, "heading3"), 18)
            for component in self._components:
                if component.group == group:
                    self._add_button(component.name, self._line(component), component.texts)

    def _line(self, component: Component) -> str:
        use = component.use.get(QLocale().name().partition("_")[0], component.use["en"])
        return f"{component.name} {component.version}. {use}. {component.licence}"

    def _add_button(self, name: str, line: str, texts: tuple[str, ...]) -> None:
        button = with_object_name(WrappingButton(line), "related")
        button.clicked.connect(lambda: self._show_licence(name, texts))
        self._buttons[name] = button
        self.area.add(button, 8)

    def _fact(self, label: str, value: str) -> None:
        """Add a line such as "Version: 2", unless the value is empty."""
        if value:
            self.area.add(WrappingLabel(rich((Run(label, bold=True), Run(f" {value}")))), 6)

    def _span(self, span: Span | None) -> str:
        if span is None:
            return ""
        first, last = map(self._date, span)
        if first == last:
            return first
        return self.tr("%1 to %2").replace("%1", first).replace("%2", last)

    def _date(self, date: dt.date) -> str:
        #: date format of QDate.toString
        pattern = self.tr("MMMM d, yyyy")
        return QLocale().toString(QDate(date.year, date.month, date.day), pattern)

    # -- one licence

    def _show_licence(self, name: str, texts: tuple[str, ...]) -> None:
        try:
            text = licence_text(texts)
        except OSError:
            text = self.tr(
                "This text is missing from your copy of the program. The program still works."
                " A fresh copy has the text."
            )
        self._opened = name
        self._stack.setCurrentWidget(self.licence)
        self.licence.show_licence(self.tr("License of %1").replace("%1", name), text)

    def _go_back(self) -> None:
        self._stack.setCurrentWidget(self.area)
        self._buttons[self._opened].setFocus(Qt.FocusReason.OtherFocusReason)


class LicenceView(Adaptive, QWidget):
    """Full text of one licence, which scrolls by keys, and a back button."""

    def __init__(self) -> None:
        super().__init__()
        self.back = QPushButton()
        self.text = with_object_name(
            QPlainTextEdit(readOnly=True, tabChangesFocus=True), "licenceText"
        )
        self.text.setUndoRedoEnabled(False)
        self.text.setAcceptDrops(False)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard  # for a screen reader's caret
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.text, 1)
        self._retranslate()

    def show_licence(self, title: str, text: str) -> None:
        """Show `text` from its beginning under `title`, and set the focus."""
        self.text.setAccessibleName(title)
        self.text.setPlainText(f"{title}\n\n{text}")  # large text leaves no space for a heading
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self.back.setIcon(icons.icon("arrow-left", self._look.tokens.ink, px(18)))
        self.back.setIconSize(QSize(px(18), px(18)))

    def _retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
