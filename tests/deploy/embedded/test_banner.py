"""The last words of `make up`, in the language of the person at the terminal."""

import json
from pathlib import Path

import pytest

from deploy.embedded import banner
from deploy.embedded.state import State

STATE = State(1, 0.0, "ready", urls={"gateway": "http://127.0.0.1:8080", "orders": "http://x"})


@pytest.mark.parametrize(("lang", "words"), [("ru_RU.UTF-8", "описание API"), ("C", "API ref")])
def test_the_language_is_the_terminals(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str, words: str
) -> None:
    monkeypatch.delenv("VITRAZH_LANG", raising=False)
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", lang)

    assert words in banner.render(STATE, tmp_path / "demo.json")


def test_the_story_names_log_ins_codes_and_what_to_try(tmp_path: Path) -> None:
    demo = tmp_path / "demo.json"
    demo.write_text(
        json.dumps(
            {
                "logins": [{"login": "sokolova", "password": "стекло", "who": "стол заказов"}],
                "pairing": [{"what": "планшет цеха", "code": "TCWJ"}],
                "try": ["передайте заказ"],
            }
        ),
        encoding="utf-8",
    )

    text = banner.render(STATE, demo)

    for words in ("sokolova", "стекло", "стол заказов", "TCWJ", "передайте заказ"):
        assert words in text
    assert "http://127.0.0.1:8080/api/docs" in text
    assert "http://x" not in text


def test_a_damaged_story_is_no_story(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VITRAZH_LANG", "en")
    (tmp_path / "demo.json").write_text("{")

    assert "No demo data" in banner.render(STATE, tmp_path / "demo.json")
