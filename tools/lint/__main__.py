"""Run the house rules: `python -m tools.lint contracts chassis ...` (see `make lint`)."""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tools.lint import budgets, data, shape
from tools.lint.rule import Rule, Source

RULES: tuple[Rule, ...] = (*data.RULES, *shape.RULES, *budgets.RULES)
_SKIP = re.compile(r"#\s*lint-skip:\s*(?P<code>[A-Z]+\d+)(?P<reason>[^#]*)")
_GENERATED = ("contracts/gen/", "contracts/released/")


def check_text(path: str, text: str) -> list[str]:
    """Return the findings in one file, each `path:line: CODE sentence`."""
    source = Source(PurePosixPath(path), text, ast.parse(text))
    skips = {
        (token.start[0], found["code"]): found["reason"].strip()
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
        for found in _SKIP.finditer(token.string)
    }
    findings = []
    used = set()
    for rule in RULES:
        if not rule.applies(source):
            continue
        for line, what in rule.find(source):
            used.add((line, rule.code))
            if not skips.get((line, rule.code)):
                findings.append(f"{path}:{line}: {rule.code} {rule.says} [{what}]")
    findings += [
        f"{path}:{line}: SKIP01 lint-skip {code} is not needed here"
        for line, code in sorted(skips.keys() - used)
    ]
    return findings


def sources(root: Path, names: list[str]) -> Iterator[Path]:
    """Yield the Python files under the named files and folders, generated ones left out."""
    for name in names:
        start = root / name
        found = [start] if start.is_file() else sorted(start.rglob("*.py"))
        for path in found:
            if not path.relative_to(root).as_posix().startswith(_GENERATED):
                yield path


def check(root: Path, names: list[str]) -> list[str]:
    """Return the findings in the named files and folders."""
    paths = [path.relative_to(root) for path in sources(root, names)]
    findings = [
        finding
        for path in paths
        for finding in check_text(path.as_posix(), (root / path).read_text(encoding="utf-8"))
    ]
    crowded = budgets.crowded_folders(PurePosixPath(path.as_posix()) for path in paths)
    findings += [
        f"{folder}: BUD03 {files} files in a slice or room of at most {budgets.FOLDER_FILES}"
        for folder, files in crowded
    ]
    return findings


def main() -> int:
    """Print the findings; 1 if there are any."""
    findings = check(Path.cwd(), sys.argv[1:])
    print("\n".join(findings), end="\n" if findings else "")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
