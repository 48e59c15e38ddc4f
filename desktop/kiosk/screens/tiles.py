"""The tiles of the start page: help first, then the topics of the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.wrapping import MOST, WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.pack.model import Topic
    from desktop.pack.view import PackView

LEAST_WIDTH = 250  # pixels at 100 %: a narrower tile breaks its words badly
MOST_COLUMNS = 3


class Tile(Adaptive, QPushButton):
    """A picture, a title and a secondary line; its height follows the text."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = icon
        self._picture = QLabel()
        self._title, self._line = WrappingLabel("", "tileTitle"), WrappingLabel("", "tileLine")
        column = QVBoxLayout(self)
        self._column = column
        for part in (self._picture, self._title, self._line):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        for text in (self._title, self._line):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column.addStretch()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_texts(self, title: str, line: str) -> None:
        """Set the text."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)

    def _restyle(self) -> None:
        px, size, tokens = self._look.px, self._look.chrome.px(34), self._look.tokens
        ink = tokens.warm if self.objectName() == "helpTile" else tokens.accent
        self._picture.setPixmap(icons.icon(self._icon, ink, size).pixmap(size, size))
        self._column.setContentsMargins(px(18), px(10), px(18), px(10))
        self._column.setSpacing(px(4))

    def hasHeightForWidth(self) -> bool:
        """Report that the height depends on the width, unlike that of other buttons."""
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()


class Tiles(Adaptive, QWidget):
    """A grid with as many columns as fit."""

    helpRequested = Signal()
    topicChosen = Signal(str)  # topic id

    def __init__(self, pack: PackView, lang: str) -> None:
        super().__init__()
        self._pack, self._lang = pack, lang
        self._columns = 0
        self._grid = QGridLayout(self)
        self._help = Tile("phone", "helpTile", self)  # without a parent it would be a window
        self._help.clicked.connect(self.helpRequested)
        self._help.setVisible(bool(pack.manifest.help))
        self._topics = {topic.id: self._tile(topic) for topic in pack.topics[:MOST]}
        self._more = WrappingLabel("", "kioskSummary", self)
        self._more.setVisible(len(pack.topics) > MOST)
        self._retranslate()

    @property
    def all(self) -> list[Tile]:
        """The visible tiles, in reading order."""
        first = [self._help] if self._pack.manifest.help else []
        return [*first, *self._topics.values()]

    def _tile(self, topic: Topic) -> Tile:
        icon = topic.icon if icons.exists(topic.icon) else "folder"
        tile = Tile(icon, "topicTile", self)
        tile.clicked.connect(lambda: self.topicChosen.emit(topic.id))
        return tile

    def set_language(self, lang: str) -> None:
        """Show the topics in `lang`."""
        self._lang = lang
        self._retranslate()

    def _restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._look.chrome.px(14))
        self._place()

    def _place(self) -> None:
        if self._drawn_in is None:
            return
        gap = self._grid.spacing()
        least = max(self._look.chrome.px(LEAST_WIDTH), self._look.px(LEAST_WIDTH * 4 / 5))
        fitting = (self.width() + gap) // (least + gap)
        columns = max(1, min(fitting, MOST_COLUMNS))
        if columns != self._columns:
            self._columns = columns
            for column in range(MOST_COLUMNS):
                self._grid.setColumnStretch(column, int(column < columns))
            for at, tile in enumerate(self.all):
                self._grid.addWidget(tile, at // columns, at % columns)
            self._grid.addWidget(self._more, len(self.all), 0, 1, columns)  # below all rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _retranslate(self) -> None:
        self._help.set_texts(self.tr("Help now"), self.tr("You can talk to someone now."))
        for topic_id, tile in self._topics.items():
            topic = self._pack.topic_by_id[topic_id]
            title, line = (self._pack.text(t, self._lang) for t in (topic.title, topic.summary))
            tile.set_texts(title, line)
        self._more.setText(self.tr("There are more topics. Type a word above to find them."))
