"""The seal of delivery reports."""

from uuid import UUID

from services.notifications.messages.ports import ReportSeal

KEY, OTHER = UUID(int=1), UUID(int=2)


def test_a_seal_proves_its_own_message_alone() -> None:
    seal = ReportSeal("secret")

    assert seal.proves(KEY, seal.proof(KEY))
    assert not seal.proves(OTHER, seal.proof(KEY))
    assert not ReportSeal("another").proves(KEY, seal.proof(KEY))


def test_one_changed_letter_proves_nothing() -> None:
    seal = ReportSeal("secret")
    proof = seal.proof(KEY)
    assert not seal.proves(KEY, ("0" if proof[0] != "0" else "1") + proof[1:])


def test_without_a_secret_nothing_is_sealed_and_nothing_believed() -> None:
    seal = ReportSeal("")
    assert seal.proof(KEY) == ""
    assert not seal.proves(KEY, "")


def test_the_secret_is_not_shown() -> None:
    assert "secret" not in repr(ReportSeal("secret"))
