"""Pre-flight checks of screen and keys: what could hide the kiosk or be a way out of it.

The program alone cannot lock a computer: these are the ways out that the X server and programs
beside the kiosk leave open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.kiosk.setup.check_result import CheckResult, fail, ok, unknown, warn

if TYPE_CHECKING:
    from desktop.kiosk.setup.probes import Computer

_LOCKERS: Final = frozenset(
    {"xscreensaver", "light-locker", "xss-lock", "gnome-screensaver", "mate-screensaver"}
)
_DESKTOPS: Final = frozenset(
    {"gnome-shell", "plasmashell", "xfce4-panel", "xfdesktop", "mate-panel", "cinnamon"}
    | {"lxpanel", "lxqt-panel", "budgie-panel", "wf-panel-pi", "gnome-panel"}
)
_NOTIFIERS: Final = frozenset({"dunst", "xfce4-notifyd", "notify-osd", "notification-daemon"})
_STICKY: Final = frozenset(
    {"gsd-a11y-settings", "gnome-settings-daemon", "mate-settings-daemon", "xfsettingsd"}
    | {"csd-a11y-settings", "kaccess"}
)
_FILE_WINDOWS: Final = frozenset(
    {"gvfs-udisks2-volume-monitor", "nautilus", "thunar", "Thunar", "pcmanfm", "pcmanfm-qt"}
    | {"caja", "nemo", "dolphin", "xfce4-volumed"}
)
_XORG: Final = ("etc/X11/xorg.conf", "etc/X11/xorg.conf.d/*.conf", "usr/share/X11/xorg.conf.d/*")
_DIRECT: Final = 1 << 1  # INPUT_PROP_DIRECT of Linux: touch and display are the same surface


def blanking(computer: Computer) -> CheckResult:
    """Check whether the screen stays on."""
    name = "Screen stays on"
    if lockers := computer.running(_LOCKERS):
        message = f"{lockers[0]} may blank or lock it."
        return fail(name, message, "Remove that program.")
    remedy = 'Have "xset s off -dpms" run before the kiosk, as docs/kiosk.md says.'
    text = computer.run(["xset", "q"]) if computer.environ.get("DISPLAY") else None
    if text is None:
        message = "The X server could not be asked."
        return unknown(name, message, f"Run this check in the kiosk's session. {remedy}")
    minutes = re.search(r"timeout:\s*([0-9]+)\s+cycle:", text)
    if minutes and int(minutes[1]):
        return fail(name, f"It goes dark after {minutes[1]} seconds.", remedy)
    if "DPMS is Enabled" in text:
        return fail(name, "It is switched off to save power.", remedy)
    return ok(name, "Nothing switches it off.")


def server_keys(computer: Computer) -> CheckResult:
    """Check whether keys end the X server or switch to another console."""
    name = "Keys of the X server"
    text = "\n".join(computer.texts(*_XORG))
    options = _key_options(computer)
    if "terminate:" in options and not _is_set(text, "DontZap"):
        remedy = 'Remove "terminate:…" from XKBOPTIONS in /etc/default/keyboard, and restart.'
        return fail(name, "Ctrl+Alt+Backspace ends everything.", remedy)
    if not _is_set(text, "DontVTSwitch") and "srvrkeys:none" not in options:
        remedy = (
            'Set Option "DontVTSwitch" "true" in Section "ServerFlags" of '
            "/etc/X11/xorg.conf.d/10-kiosk.conf, and restart."
        )
        return fail(name, "Ctrl+Alt+F1 to F12 lead out of the kiosk.", remedy)
    return ok(name, "They do not lead out of the kiosk.")


def _key_options(computer: Computer) -> str:
    """Keyboard options: those of the X server if it can be queried, else those of its files."""
    asked = computer.run(["setxkbmap", "-query"]) if computer.environ.get("DISPLAY") else None
    text = asked or "\n".join(computer.texts("etc/default/keyboard"))
    lines = re.findall(r"^\s*(?:options:|XKBOPTIONS=)(.*)", text, re.MULTILINE)
    return "".join(lines)


def _is_set(text: str, option: str) -> bool:
    """Whether files of the X server switch `option` on; a name without a value is on."""
    form = rf'^\s*Option\s+"{option}"(?:\s+"(?:1|on|true|yes)")?\s*(?:#.*)?$'
    return bool(re.search(form, text, re.MULTILINE | re.IGNORECASE))


def desktop(computer: Computer) -> CheckResult:
    """Check whether a desktop runs beside the kiosk."""
    name = "Desktop beside the kiosk"
    remedy = "Start the kiosk in a session of its own, as docs/kiosk.md says."
    if found := computer.running(_DESKTOPS):
        message = f"{found[0]} runs: its messages, shortcuts and edge swipes lead out of the kiosk."
        return fail(name, message, remedy)
    if found := computer.running(_NOTIFIERS):
        message = f"{found[0]} shows messages over the kiosk."
        return warn(name, message, "Remove that program.")
    if session := computer.environ.get("XDG_CURRENT_DESKTOP"):
        message = f"This session calls itself {session}."
        return warn(name, message, remedy)
    return ok(name, "None was found.")


def sticky_keys(computer: Computer) -> CheckResult:
    """Check whether a sticky keys prompt can open; Shift three times is our quick exit."""
    name = "Sticky keys"
    if found := computer.running(_STICKY):
        message = f"{found[0]} may ask about them when Shift is pressed five times."
        remedy = "Switch the shortcut off in its settings, or do without that program."
        return warn(name, message, remedy)
    return ok(name, "Nothing asks about them.")


def sticks(computer: Computer) -> CheckResult:
    """Check whether inserting a stick opens a window."""
    name = "USB sticks"
    if found := computer.running(_FILE_WINDOWS):
        message = f"{found[0]} may open a window when one is put in."
        return warn(name, message, "Remove that program.")
    return ok(name, "None opens a window.")


def touch(computer: Computer) -> CheckResult:
    """Check which touch screen there is."""
    name = "Touch screen"
    devices = "".join(computer.texts("proc/bus/input/devices"))
    if not devices:
        return unknown(name, "The input devices could not be listed.")
    for device in devices.split("\n\n"):
        title = re.search(r'^N: Name="(.*)"', device, re.MULTILINE)
        traits = re.search(r"^B: PROP=([0-9a-f]+)\s*$", device, re.MULTILINE)
        if title and traits and int(traits[1], 16) & _DIRECT:
            return ok(name, f"{title[1]} is there.")
    remedy = "Plug it in, and see that it works; a mouse does too."
    return warn(name, "None was found.", remedy)


SCREEN_CHECKS: Final = (blanking, server_keys, desktop, sticky_keys, sticks, touch)
"""All of them, in display order."""
