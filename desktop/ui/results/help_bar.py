"""Bar at the bottom: the help numbers, always visible and in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.base.local_date import today
from desktop.content.answer import present_contacts
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.flow import FlowLayout, take_widgets

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from desktop.content.answer import ContactInfo, PhoneNumber
    from desktop.pack.view import PackView


class HelpBar(Adaptive, QFrame):
    """Shows the contacts named in the pack's manifest."""

    tapped = Signal()

    def __init__(self, pack: PackView, lang: str) -> None:
        super().__init__()
        self.setObjectName("helpBar")
        self._pack = pack
        self._lang = lang
        self._flow = FlowLayout(26, 2, self)
        self._extras: list[QWidget] = []  # hidden where space is short
        self._most_rows = 2
        self._fill()

    def set_language(self, lang: str) -> None:
        """Show the bar in `lang`, and update the program's words."""
        self._lang = lang
        self._fill()

    def _restyle(self) -> None:
        self._fill()

    def set_most_rows(self, rows: int) -> None:
        """Limit the bar to 1 or 2 rows, if the first number of each contact fits into them."""
        if rows != self._most_rows:
            self._most_rows = rows
            self._fill()

    def event(self, event: QEvent) -> bool:
        """Measure after polishing: sizes are known only once the layouts were activated."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.width():
            self.setFixedHeight(self._flow.heightForWidth(self.width()))
        return done

    def _fill(self) -> None:
        if self._drawn_in is None:
            return
        # Almost no margins if only one row is allowed.
        side, above, gap = (16, 6, 18) if self._most_rows == 1 else (22, 14, 26)
        px = self._look.chrome.px
        self._flow.setContentsMargins(px(side), px(above), px(side), px(above))
        self._flow.set_gaps(px(gap), px(4))
        for widget in take_widgets(self._flow):
            widget.setParent(None)  # else `_fit` would show it again
            widget.deleteLater()
        self._extras = [self._lead()]
        self._flow.addWidget(self._extras[0])
        pack, lang = self._pack, self._lang
        for contact in present_contacts(pack, pack.manifest.help, lang, today()):
            for at, each in enumerate(contact.voice_numbers):
                number = self._item(contact, each, first=not at)
                self._flow.addWidget(number)
                if self._most_rows == 1 and at:
                    self._extras.append(number)
        self.setVisible(self._flow.count() > 1)
        self._fit()

    def _lead(self) -> QWidget:
        px, lead, picture = self._look.chrome.px, QWidget(), QLabel()
        row = QHBoxLayout(lead)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        picture.setPixmap(icons.icon("phone", self._look.tokens.ink, px(20)).pixmap(px(20), px(20)))
        row.addWidget(picture)
        row.addWidget(with_object_name(QLabel(self.tr("Get help now")), "helpLead"))
        return lead

    def _fit(self) -> None:
        """Use the rows that the width requires, at most two.

        If they are too many, hide the words beside the numbers.
        """
        if self._drawn_in is None or not self.width():
            return
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # the font of the style sheet affects the sizes below
            part.show()  # a layout shows its widgets later, and skips hidden ones until then
        first = self._flow.itemAt(0)
        row = first.sizeHint().height() if first else 0
        edges = self._flow.contentsMargins()
        most = (self._most_rows + 0.9) * row + edges.top() + edges.bottom()
        if self._flow.heightForWidth(self.width()) > most:
            for extra in self._extras:
                extra.hide()
        else:
            self._save_a_row()
        self._flow.invalidate()
        self.setFixedHeight(self._flow.heightForWidth(self.width()))

    def _save_a_row(self) -> None:
        """Hide the words after the numbers if that saves the second row."""
        sides = self.findChildren(QLabel, "helpSide")
        before = self._flow.heightForWidth(self.width())
        for side in sides:
            side.hide()
        self._flow.invalidate()
        if self._flow.heightForWidth(self.width()) >= before:
            for side in sides:
                side.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Handle a tap anywhere on the bar."""
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _item(self, contact: ContactInfo, phone: PhoneNumber, *, first: bool) -> QWidget:
        """Widget of one number; only the first of a contact has the name."""
        px = self._look.chrome.px
        right = Qt.TextElideMode.ElideRight  # one long name must not widen the window
        name = self.fontMetrics().elidedText(contact.label, right, px(300))
        before, after = self._words(name if first else "", phone)
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        if before:
            row.addWidget(QLabel(before, textFormat=Qt.TextFormat.PlainText))
        number = with_object_name(
            QLabel(phone.number, textFormat=Qt.TextFormat.PlainText), "helpNumber"
        )
        spoken = before if first else f"{name}: {before}"
        number.setAccessibleName(f"{spoken} {phone.number} {after}".strip())
        row.addWidget(number)
        if after:
            side = with_object_name(QLabel(after), "helpSide")
            row.addWidget(side)
            self._extras.append(side)
        return item

    def _words(self, name: str, phone: PhoneNumber) -> tuple[str, str]:
        match phone.kind:
            case "text":
                how = self.tr("text")  # translation tools do not parse f-strings
                return f"{name} {how}" if name else self.tr("Text"), ""
            case "call-or-text":
                return name, self.tr("call or text")
            case _:
                return name, ""
