"""What npm and pnpm really said, and what the person at the keyboard is told."""

import pytest

from deploy.web.explain import LINE_LETTERS, explain, telling_line

UNREACHED = """FetchError: request to http://mirror.example/clsx/-/clsx-2.1.1.tgz failed, reason: \
connect ECONNREFUSED 127.0.0.1:9
    at ClientRequest.<anonymous> (pnpm/dist/pnpm.cjs:39562:18)
"""
OUTDATED = """ ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile" because \
pnpm-lock.yaml is not up to date with <ROOT>/package.json

  Failure reason:
  specifiers in the lockfile don't match specifiers in package.json:
"""
FULL = """Packages: +1
 ERR_PNPM_ENOSPC  [importPackage clsx] ENOSPC: no space left on device, copyfile 'a' -> 'b'
"""
CHANGED = """ WARN  GET clsx-2.1.1.tgz error (ERR_PNPM_TARBALL_INTEGRITY). Will retry in 10 seconds.
 ERR_PNPM_TARBALL_INTEGRITY  Got unexpected checksum for "clsx-2.1.1.tgz".
"""
LACKING = """npm error code ETARGET
npm error notarget No matching version found for pnpm@10.99.99.
npm error A complete log of this run can be found in: /npm/_logs/debug-0.log
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (UNREACHED, "cannot reach the npm registry: set npm's usual settings"),
        (OUTDATED, "does not fit the package.json files: run `make web-lock`"),
        (FULL, "disk full while installing"),
        (CHANGED, "a package differs from its pinned sum"),
        (LACKING, "lacks a part or refuses it: npm error notarget No matching version found"),
        ("EACCES: permission denied, open 'x'", "belongs to another user"),
        ("ERR_PNPM_NO_LOCKFILE  Cannot install", "missing or damaged: take it from git"),
        ("it rains\n", "installing failed: it rains"),
        ("", "installing failed: no words"),
    ],
)
def test_a_failure_is_told_in_words(said: str, told: str) -> None:
    assert told in explain(said, "installing")


def test_the_telling_line_is_no_stack_and_no_log_file() -> None:
    words = "Error: no such option\n    at main (npm.js:1:1)\nnpm error A complete log of this run"

    assert telling_line(words) == "Error: no such option"


def test_a_line_is_short_enough_to_read() -> None:
    assert len(telling_line("error " * 1000)) == LINE_LETTERS
