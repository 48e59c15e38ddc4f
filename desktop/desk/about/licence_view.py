"""View of the full text of one licence, with a back button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, named


class LicenceView(Adaptive, QWidget):
    """Shows a long read-only text that scrolls by keys."""

    backRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton()
        self.back.clicked.connect(self.backRequested)
        self.text = named(QPlainTextEdit(readOnly=True, tabChangesFocus=True), "licenceText")
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
