"""Java's properties files: read as Latin-1, so anything else is written as an escape."""

from collections.abc import Mapping


def escape(value: str) -> str:
    """Write a value so that Java reads back exactly this text."""
    out = []
    for place, letter in enumerate(value):
        if letter == "\\":
            out.append("\\\\")
        elif letter == " " and place == 0:
            out.append("\\ ")
        elif letter in "\t\n\r\f":
            out.append({"\t": "\\t", "\n": "\\n", "\r": "\\r", "\f": "\\f"}[letter])
        elif " " <= letter <= "~":
            out.append(letter)
        else:
            # Beyond the first plane Java has two units to a letter.
            units = letter.encode("utf-16-be")
            out += [f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2)]
    return "".join(out)


def render(settings: Mapping[str, str]) -> str:
    """Write a whole file; keys are plain words."""
    return "".join(f"{key}={escape(value)}\n" for key, value in settings.items())
