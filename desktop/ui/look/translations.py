"""Language of the program, which can change at run time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.base.resources import asset

PROGRAM_LANGUAGES = ("en", "es")


def native_name(lang: str) -> str:
    """Name of a language in that language, capitalised: "Español"."""
    name = QLocale(lang).nativeLanguageName() or lang
    # Qt calls "en" American English; the button names the language without a country.
    name = {"en": "English", "es": "Español"}.get(lang, name)
    return name[:1].upper() + name[1:]


class Translations:
    """Installs the translations of the program.

    English has a file too: it carries the plural forms ("1 answer", "2 answers").
    """

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translator = QTranslator(app)
        self._of_qt = QTranslator(app)  # texts of Qt's dialogs; English is built in

    def install(self, lang: str) -> None:
        """Switch to `lang`, or to English where the program has no translation."""
        self._app.removeTranslator(self._translator)
        known = lang.split("-", 1)[0]
        name = known if known in PROGRAM_LANGUAGES else "en"
        self._app.removeTranslator(self._of_qt)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if name != "en" and self._of_qt.load(f"qtbase_{name}", folder):
            self._app.installTranslator(self._of_qt)
        if self._translator.load(str(asset("translations", f"luminaria_{name}.qm"))):
            self._app.installTranslator(self._translator)
        QLocale.setDefault(QLocale("es_MX" if lang == "es" else "en_US" if lang == "en" else lang))
