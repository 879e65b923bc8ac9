"""Tests of Vitrazh; the path of a test is `tests/` + the path of what it tests."""
