"""Starts the window: assembles pack, search and widgets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.base.folders import CONFIG_NAME, config_folder
from desktop.base.process import own_command
from desktop.desk import settings
from desktop.desk.bookmarks.bookmarks import Bookmarks
from desktop.desk.instance.background_mode import BackgroundMode
from desktop.desk.instance.instance import Instance, start_again
from desktop.desk.preferences import AppearanceController
from desktop.desk.settings_file import open_settings, settings_error_text
from desktop.desk.window import Window
from desktop.search.open_pack import is_large
from desktop.ui.look.translations import Translations
from desktop.ui.running.application import FirstPaint, create_application, open_or_shipped
from desktop.ui.running.background import BackgroundTask
from desktop.ui.running.crash import CrashGuard, open_reports

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from desktop.desk.instance.single_instance import InstanceListener
    from desktop.search.engine import SearchEngine


def run_window(
    *,
    pack_path: Path | None,
    lang: str | None,
    query: str,
    listener: InstanceListener | None = None,
    background: bool = False,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        pack_path: the pack to show; None for the one shipped with the program.
        lang: language tag to start in; None for the stored one.
        query: what to search for at once, "" for none.
        listener: receives the queries of later starts; None: they open their own window.
        background: whether to stay hidden until a later start.

    Returns: the exit code of the process.

    Raises:
        PackErrors: the pack shipped with the program cannot be used.
    """
    app = create_application()
    QGuiApplication.setDesktopFileName("org.luminaria.Luminaria")
    store, problem = open_settings()
    reports = open_reports()
    guard = CrashGuard(reports, app)
    guard.install()
    translations = Translations(app)
    try:
        shown = open_or_shipped(pack_path, lambda path: _make_index(path, translations, store))
    except _NotWaitedFor:
        return 0
    window = Window(shown.pack, store, translations, lang=lang or "", bookmarks=_bookmarks(store))
    sudden = QCoreApplication.translate(
        "Window", "The program ended suddenly last time. Nothing you typed or read was kept."
    )
    unarmed = QCoreApplication.translate(
        "Window",
        "This account is set up for a kiosk, and the kiosk is not on. It comes back when you log"
        " out, or when this computer starts again.",
    )
    notices = (
        str(shown.errors or ""),
        settings_error_text(problem),
        sudden if guard.ended_suddenly else "",
        unarmed if _is_kiosk() else "",
    )
    if notice := "\n".join(filter(None, notices)):
        window.notice.show_text(notice)
    if query:
        window.search.set_query(query)
    folder = str(reports.folder or "")
    guard.error_reported.connect(lambda again: window.pages.open_error_page(folder, again=again))
    stay = _wire(app, window, listener, pack_path)

    def take_engine(engine: SearchEngine) -> None:
        window.set_search(lambda text, tag: engine.search(text, lang=tag))

    builder = BackgroundTask(shown.open_engine, window)
    builder.done.connect(take_engine)
    builder.failed.connect(window.show_search_failed)
    if pack_path and is_large(pack_path):
        checker = BackgroundTask(lambda: _check_index(pack_path), window)
        builder.done.connect(checker.start)
    if background and stay.is_reachable:
        QApplication.setQuitOnLastWindowClosed(False)
        builder.start()
    else:
        window.show()
        FirstPaint(window.windowHandle()).done.connect(builder.start)
    code = app.exec()
    guard.remove()
    if builder.is_running:  # leaving does not wait for the index of a large pack
        store.sync()
        os._exit(code)
    return code


def _wire(
    app: QApplication, window: Window, listener: InstanceListener | None, pack_path: Path | None
) -> BackgroundMode:
    """Connect quitting, restart and later starts."""
    instance = Instance(listener, window) if listener else None
    if instance:
        instance.openRequested.connect(window.present)
    ready = BackgroundMode(
        window.window_actions, window.windowIcon(), can_return=instance is not None, parent=window
    )
    window.backgroundChosen.connect(ready.set_wanted)
    ready.openRequested.connect(lambda: window.present("", ""))
    window.quitRequested.connect(app.quit)
    window.leaveRequested.connect(app.quit)

    def restart() -> None:
        if instance:
            instance.release()
        if start_again(own_command(["--pack", str(pack_path)] if pack_path else [])):
            app.quit()
            return
        QApplication.setQuitOnLastWindowClosed(True)  # the hidden window cannot be reached any more
        window.notice.show_text(
            QCoreApplication.translate(
                "Window", "The program could not be started again. Close it, and open it again."
            )
        )

    window.restartRequested.connect(restart)
    return ready


def _is_kiosk() -> bool:
    """Whether this account is that of a kiosk: its operator must see that nothing is locked."""
    try:
        return (config_folder() / CONFIG_NAME).is_file()
    except (RuntimeError, OSError):  # no home folder, or not accessible
        return False


def _bookmarks(store: QSettings) -> Bookmarks:
    """Bookmarks of this person, beside the settings; in memory only without a folder."""
    path = Path(store.fileName()).with_name("bookmarks.json")
    return Bookmarks(None if path.parent == Path(os.devnull) else path)


class _NotWaitedFor(Exception):  # noqa: N818
    """The person who started the program cancelled the indexing."""


def _make_index(path: Path, translations: Translations, store: QSettings) -> None:
    """Build the index of a large pack in another process, and show its progress.

    Raises:
        _NotWaitedFor: the person cancelled it.
    """
    # Imported here: a pack that is ready needs none of it before the first paint.
    from desktop.desk.instance.indexing_window import IndexingWindow, indexing_command  # noqa: PLC0415

    translations.install(settings.LANGUAGE.read(store))
    look = AppearanceController(store).look
    waiting = IndexingWindow(indexing_command(path), look)
    loop = QEventLoop()
    waiting.finished.connect(lambda _: loop.exit(0))
    waiting.cancelled.connect(lambda: loop.exit(1))
    waiting.show()
    waiting.start()
    if loop.exec():
        raise _NotWaitedFor


def _check_index(path: Path) -> None:
    """Check in the background that the index of a large pack is intact."""
    # Imported here: a small pack needs none of it before the first paint.
    from desktop.search.open_index import discard_if_damaged  # noqa: PLC0415

    discard_if_damaged(path)
