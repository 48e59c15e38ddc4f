"""An empty window, packed with the same recipe: what starting Qt and Python costs by itself."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Bare window")
window.resize(1180, 760)
window.show()
sys.exit(application.exec())
