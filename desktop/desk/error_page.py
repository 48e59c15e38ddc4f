"""Page after an error in the program: what is safe, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.look.text import paragraph
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.reading_column import ReadingColumn
from desktop.ui.widgets.wrapping import WrappingButton, WrappingLabel


class ErrorPage(Adaptive, QWidget):
    """A few sentences and two buttons. Independent of the window."""

    closeRequested = Signal()
    restartRequested = Signal()
    quitRequested = Signal()

    def __init__(self, folder: str = "", *, again: bool = False) -> None:
        """Build the page.

        Args:
            folder: where the report is, "" if none could be written.
            again: whether this is the second error within a minute; then starting again is not
                offered.
        """
        super().__init__()
        self._folder, self._again = folder, again
        self.area = ReadingColumn()
        self.setFocusProxy(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._retranslate()

    def title(self) -> str:
        """Title of the page."""
        return self.tr("Something went wrong")

    def _restyle(self) -> None:
        look = self._look
        self._row.set_gaps(look.px(12), look.px(8))
        for button in (self.go_on, self.end):
            button.setMinimumHeight(look.px(44))

    def _retranslate(self) -> None:
        """Fill the page again: its size depends on the language."""
        self.area.start()
        happened = self.tr(
            "The program made a mistake. You did nothing wrong. Your settings and the answers"
            " are safe."
        )
        self._add(happened, above=0)
        self._add(self._what_to_do(), above=14)
        self.area.add(self._buttons(), 14)  # details are below
        self._add(self._kept_data_text(), above=14)
        self.area.finish()
        self._restyle()

    def _add(self, words: str, *, above: int) -> None:
        self.area.add(WrappingLabel(paragraph(words), "troubleText"), above)

    def _buttons(self) -> QWidget:
        self.go_on = with_object_name(WrappingButton(self.tr("Go on")), "goOn")
        self.go_on.clicked.connect(self.closeRequested)
        words = self.tr("Close the program") if self._again else self.tr("Start again")
        self.end = with_object_name(WrappingButton(words), "end")
        self.end.clicked.connect(self.quitRequested if self._again else self.restartRequested)
        buttons = QWidget()
        self._row = FlowLayout(parent=buttons)
        self._row.addWidget(self.go_on)
        self._row.addWidget(self.end)
        return buttons

    def _what_to_do(self) -> str:
        if self._again:
            return self.tr(
                "This is the second time within a minute. Close the program and open it again"
                " later. If it keeps happening, tell the person you got it from."
            )
        return self.tr(
            "You can go on. If something does not look right, start the program again. It then"
            " forgets what is open now."
        )

    def _kept_data_text(self) -> str:
        if not self._folder:
            return self.tr("No note about this was kept.")
        return self.tr(
            "A short note is kept on this computer, in %1. It tells which part of the program"
            " had the problem. Nothing you typed or read is in it."
        ).replace("%1", self._folder)
