"""`python -m tools.audit`: secrets, parts and licences, known holes; 1 when something was found."""

import argparse
import sys

from tools.audit import holes, parts, secrets
from tools.audit.verdict import failed


def main(words: list[str]) -> int:
    """Look at everything, print a line of each item."""
    told = argparse.ArgumentParser(prog="tools.audit", description=__doc__)
    told.add_argument("--accept", action="store_true", help="what was found now is no secret")
    told.add_argument("--local", action="store_true", help="ask no service")
    given = told.parse_args(words)
    verdicts = [secrets.audit(accept=given.accept), parts.audit_python(), parts.audit_web()]
    if not given.local:
        verdicts += [
            holes.judge("holes of Python", holes.ask_python),
            holes.judge("holes of web/", holes.ask_web),
        ]
    print("\n".join(line for verdict in verdicts for line in verdict.lines()))
    return 1 if failed(verdicts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
