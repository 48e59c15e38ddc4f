"""QR code on the screen: black on white in every theme, modules of whole pixels."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop.content.qr_code import Matrix, encode
from desktop.ui.look.changes import Adaptive

DARK, LIGHT = 0, 255  # grey levels; phones fail on codes in other colours
LEAST = 3  # device-independent pixels of a module that cameras read reliably
MOST = 8  # the same; larger modules gain nothing at the usual scale


def image(matrix: Matrix, module: int) -> QImage:
    """Image of `matrix`, each module a square of `module` pixels."""
    grey = bytes(DARK if dark else LIGHT for row in matrix.rows for dark in row)
    size = matrix.size
    small = QImage(grey, size, size, size, QImage.Format.Format_Grayscale8)
    return small.scaled(QSize(size * module, size * module))


class QrWidget(Adaptive, QLabel):
    """Shows a code; screen readers get an image with its content as the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._matrix: Matrix | None = None
        self._module = LEAST

    @property
    def payload(self) -> str:
        """Content of the code."""
        return self._matrix.text if self._matrix else ""

    def show_code(self, text: str) -> None:
        """Show the code of `text`, not "", in the last size."""
        self._matrix = encode(text)
        self._draw()
        self._retranslate()

    def side(self, module: int) -> int:
        """Width and height with modules of `module` pixels."""
        return self._matrix.size * module if self._matrix else 0

    def largest_module(self, room: int, most: int = MOST) -> int:
        """Largest module, at most `most` pixels, with which the code fits into `room` pixels."""
        return min(room // self._matrix.size, most) if self._matrix else 0

    def set_module(self, module: int) -> None:
        """Set the size of a module in pixels."""
        self._module = max(module, 1)
        self._draw()

    def _draw(self) -> None:
        if self._matrix is None:
            return
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(image(self._matrix, int(self._module * ratio)))
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)
        self.setFixedSize(self.side(self._module), self.side(self._module))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("QR code with: %1").replace("%1", self.payload))
