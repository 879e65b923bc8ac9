from tools.audit.verdict import State, Verdict, failed

PASSED = Verdict("secrets", State.PASSED, "all")
SILENT = Verdict("holes", State.NOT_CHECKED, "nobody answered")
BAD = Verdict("parts", State.FAILED, "1", ["x 1.0: Proprietary"])


def test_what_nobody_looked_at_is_no_failure_and_never_called_passed() -> None:
    assert not failed([PASSED, SILENT])
    assert "NOT CHECKED" in SILENT.lines()[0]
    assert "passed" not in SILENT.lines()[0]


def test_one_failure_fails_the_whole_and_names_itself() -> None:
    assert failed([PASSED, BAD, SILENT])
    assert BAD.lines()[1].strip() == "x 1.0: Proprietary"
