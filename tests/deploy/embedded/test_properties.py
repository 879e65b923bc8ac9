"""Java reads a properties file as Latin-1: what we write must come back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from deploy.embedded.properties import escape, render

LETTERS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


def as_java_reads(text: str) -> str:
    """Unescape by the rules of java.util.Properties."""
    units, place = [], 0
    while place < len(text):
        letter = text[place]
        if letter != "\\":
            units.append(letter)
            place += 1
        elif text[place + 1] == "u":
            units.append(chr(int(text[place + 2 : place + 6], 16)))
            place += 6
        else:
            units.append(LETTERS.get(text[place + 1], text[place + 1]))
            place += 2
    return "".join(units).encode("utf-16", "surrogatepass").decode("utf-16")


def test_a_cyrillic_path_is_written_in_escapes() -> None:
    assert escape("/дом/a b") == "/\\u0434\\u043e\\u043c/a b"


def test_a_leading_space_survives() -> None:
    assert escape(" a") == "\\ a"


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    written = escape(text)

    assert written.isascii()
    assert as_java_reads(written) == text


def test_a_file_has_a_line_for_each_setting() -> None:
    assert render({"a": "1", "b": "ё"}) == "a=1\nb=\\u0451\n"
