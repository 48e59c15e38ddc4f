"""Print page: choice of content and language, preview, print and save."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QLayout

from desktop.content.booklet.document import PrintScope, available_scopes, compose_document
from desktop.desk.printing.page_viewer import PageViewer
from desktop.desk.printing.print_status import PrintState, PrintStatus
from desktop.ui.look.translations import native_name
from desktop.ui.printing.page_layout import Typesetter
from desktop.ui.printing.page_size import default_paper, page_geometry
from desktop.ui.printing.pdf import pdf_of
from desktop.ui.running.background import BackgroundTask
from desktop.ui.widgets.choices import ChoiceButtons
from desktop.ui.widgets.flow import QWIDGETSIZE_MAX
from desktop.ui.widgets.page import Page, PlainButton, make_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop.content.booklet.document import Document
    from desktop.pack.view import PackView
    from desktop.ui.printing.page_size import Paper
    from desktop.ui.printing.paper import Printers

_CHOICES = 300  # pixels at 100 %: space for the choices beside the pages
_PAGES = 300  # pixels: least width at which pages are legible
_BUSY = {PrintState.MAKING, PrintState.SENDING}


class PreviewPage(Page):
    """Shows pages as printed, prints them, or requests to save them. Writes no file itself.

    Documents and PDFs are made in a thread, the lines of the pages a few pieces at a time, some
    ten milliseconds each. Only the newest work counts.

    The entry is the answer on the screen, "" for none; the paper is by default that of the locale.
    """

    saveRequested = Signal(bytes)  # the PDF

    def __init__(
        self,
        pack: PackView,
        entry_id: str,
        lang: str,
        printers: Printers,
        *,
        paper: Paper | None = None,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        super().__init__()
        self._pack, self._entry_id, self._today = pack, entry_id, today
        self._paper = default_paper() if paper is None else paper
        self._scopes = available_scopes(pack, entry_id)
        self._parts = _parts(pack)
        self._tags = (lang,) if (lang,) in self._parts else self._parts[0]
        self._document: Document | None = None  # the visible one
        self._background: BackgroundTask | None = None
        self._typesetter: Typesetter | None = None
        self._turns = QTimer(self, interval=0)
        self._printers = printers  # they outlive the page, so that pending documents arrive
        self.viewer, self.status = PageViewer(), PrintStatus()
        self.scopes, self.languages, self.names = ChoiceButtons(), ChoiceButtons(), ChoiceButtons()
        self._scope_lead, self._language_lead = make_label("small"), make_label("small")
        self._name_lead, self._trace = make_label("small"), make_label("small")
        self.save, self.print = PlainButton("primary"), PlainButton("printButton")
        self._place()
        self._wire()
        self._retranslate()
        self._set()
        self._printers.refresh()

    def title(self) -> str:
        """Title of the sheet."""
        return self.tr("Print or save")

    def set_language(self, lang: str) -> None:
        """Print in `lang`, unless all languages are printed."""
        if (lang,) in self._parts and len(self._tags) == 1:
            self._tags = (lang,)
            self._retranslate()
            self._set()

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    # -- building

    def _place(self) -> None:
        for part in (
            self._scope_lead,
            self.scopes,
            self._language_lead,
            self.languages,
            self._name_lead,
            self.names,
            self.save,
            self.print,
            self.status,
            self._trace,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.row.addWidget(self.viewer, 1)
        self.row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _wire(self) -> None:
        """Connect the signals of the parts."""
        self.scopes.chosen.connect(self._set)
        self.languages.chosen.connect(self._choose_part)
        self.save.clicked.connect(lambda: self._make(self._saved))
        self.print.clicked.connect(lambda: self._make(self._send))
        self._turns.timeout.connect(self._typeset)
        self._printers.listed.connect(self._list_printers)
        self._printers.sent.connect(self._on_sent)
        self._printers.failed.connect(self._on_rejected)

    # -- choosing

    def _choose_part(self, at: int) -> None:
        self._tags = self._parts[at]
        self._set()

    def _set(self) -> None:
        """Lay out the chosen content."""
        self._turns.stop()
        self._document = None
        if not self._scopes:
            self._finish(PrintState.NOTHING)
            return
        scope, today = self._scopes[self.scopes.index], self._today()
        made = partial(compose_document, self._pack, scope, self._entry_id, self._tags, today=today)
        self._run(made, self._start_typesetting)
        self._finish(PrintState.MAKING)

    def _start_typesetting(self, document: Document) -> None:
        self._typesetter = Typesetter(document, page_geometry(self._paper))
        self._turns.start()

    def _typeset(self) -> None:
        """Lay out some more pieces, and show the pages after the last."""
        setting = self._typesetter.step() if self._typesetter else None
        if setting is not None:
            self._turns.stop()
            self._typesetter = None
            self._document = setting.document
            self.viewer.show_layout(setting)
            self._finish(PrintState.QUIET)

    def _list_printers(self) -> None:
        self.names.set_choices(self._printers.names)
        self._name_lead.setVisible(len(self._printers.names) > 1)
        if self.status.state is PrintState.QUIET:
            self._finish(PrintState.QUIET)

    # -- taking away

    def _make(self, then: Callable[[bytes], None]) -> None:
        """Create the PDF in a thread and pass it to `then`."""
        if self._document is not None and self.status.state not in _BUSY:
            self._run(partial(pdf_of, self._document, self._paper), then)
            self.status.show_state(PrintState.MAKING)

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do `work` in a thread and pass its result to `then`; drop what is still running."""
        if self._background is not None:
            self._background.done.disconnect()
            self._background.failed.disconnect()
        self._background = BackgroundTask(work)
        self._background.done.connect(then)
        self._background.failed.connect(self._fail)
        self._background.start()

    def _saved(self, pdf: bytes) -> None:
        self._finish(PrintState.QUIET)
        self.saveRequested.emit(pdf)

    def _send(self, pdf: bytes) -> None:
        if self._document is not None:
            self.status.show_state(PrintState.SENDING)
            name = self._printers.names[self.names.index]
            self._printers.send(pdf, title=self._document.title, printer=name)

    def _on_sent(self) -> None:
        self._finish(PrintState.SENT)

    def _on_rejected(self) -> None:
        self._finish(PrintState.NOT_TAKEN)

    def _fail(self) -> None:
        self._finish(PrintState.NOT_MADE)

    def _finish(self, state: PrintState) -> None:
        """Show `state`; where it is empty, whether a printer is missing."""
        no_printer = self._printers.is_known and not self._printers.names
        is_quiet = state is PrintState.QUIET
        self.status.show_state(PrintState.NO_PRINTER if is_quiet and no_printer else state)
        self.save.setEnabled(bool(self._scopes))
        self.print.setEnabled(bool(self._scopes and self._printers.names))

    # -- words

    def _retranslate(self) -> None:
        words = {
            PrintScope.ANSWER: self.tr("This answer"),
            PrintScope.TOPIC: self.tr("All of this topic"),
            PrintScope.ALL: self.tr("Everything, as a booklet"),
        }
        self._scope_lead.setText(self.tr("What to print"))
        self.scopes.set_choices([words[scope] for scope in self._scopes], max(self.scopes.index, 0))
        self.scopes.setAccessibleName(self._scope_lead.text())
        self._scope_lead.setVisible(len(self._scopes) > 1)
        self._language_lead.setText(self.tr("Language"))
        names = [native_name(tags[0]) for tags in self._parts if len(tags) == 1]
        names += [self.tr("All languages")] if len(self._parts) > 1 else []
        self.languages.set_choices(names, self._parts.index(self._tags))
        self.languages.setAccessibleName(self._language_lead.text())
        self._language_lead.setVisible(len(self._parts) > 1)
        self._name_lead.setText(self.tr("Printer"))
        self.names.setAccessibleName(self._name_lead.text())
        self.save.set_text(self.tr("Save as PDF…"))
        self.print.set_text(self.tr("Print"))
        self._trace.setText(
            self.tr(
                "Other people can find paper and files. A printer may keep a list of what it"
                " printed."
            )
        )

    # -- fitting

    def minimumSizeHint(self) -> QSize:
        """Pages and choices beside each other do not keep the page from getting narrow."""
        return QSize(_PAGES, _PAGES // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Place pages beside the choices, or below them where space is short."""
        choices = self._look.px(_CHOICES)
        if self.width() - choices - self.row.spacing() >= _PAGES:
            self.area.setFixedWidth(choices)
            self.viewer.setMinimumHeight(0)
            self.row.addWidget(self.viewer, 1)
        else:
            self.area.setMinimumWidth(0)
            self.area.setMaximumWidth(QWIDGETSIZE_MAX)
            self.viewer.setMinimumHeight(max(self.height() * 4 // 5, _PAGES))
            self.column.addWidget(self.viewer)


def _parts(pack: PackView) -> tuple[tuple[str, ...], ...]:
    """Languages that can be printed: each, and all together."""
    each = tuple((tag,) for tag in pack.languages)
    return (*each, pack.languages) if len(each) > 1 else each
