"""docs/reference/rights.md: who may do what, from contracts/rights.py."""

from contracts.rights import RIGHTS, Permission, Role, Scope
from tools.gen import MARK, Files
from tools.gen.words import class_words, field_words

FILE = "docs/reference/rights.md"
_SIGN = {Scope.ALL: "✓", Scope.OWN_OFFICE: "office", Scope.OWN_SHOP: "shop", None: ""}


def files() -> Files:
    """Return the table of permissions and roles."""
    roles = list(Role)
    lines = [
        "# Rights",
        "",
        f"{MARK} Source: `contracts/rights.py`. {class_words(Permission)}",
        "",
        "✓ everywhere · office, shop: things of the own one · blank: not at all",
        "",
        "| permission | " + " | ".join(roles) + " |",
        "|---" * (len(roles) + 1) + "|",
    ]
    for permission in Permission:
        reach = [_SIGN[RIGHTS[role].get(permission)] for role in roles]
        lines.append(f"| `{permission}` | " + " | ".join(reach) + " |")
    lines += ["", "## Roles", ""]
    words = field_words(Role)
    lines += [f"- `{role}`: {words.get(role.name, '')}".rstrip(": ") for role in roles]
    return {FILE: "\n".join(lines) + "\n"}
