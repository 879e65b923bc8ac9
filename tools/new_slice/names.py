"""Names that a slice's files are filled with, all made from its plural noun."""

import re
from dataclasses import dataclass

from contracts.rights import RIGHTS, Permission, Role

SHAPE = re.compile(r"[a-z]+(_[a-z]+)*s")


class Unfit(ValueError):
    """The slice cannot be made so; the text says why."""


@dataclass(frozen=True, slots=True)
class Names:
    """A slice to be made: `services/<service>/<slice>`, or `gateway/<slice>`."""

    service: str
    slice: str
    read: Permission
    edit: Permission

    @property
    def folder(self) -> str:
        """Folder of the slice, from the repository's root."""
        return f"gateway/{self.slice}" if self.service == "gateway" else self._in_services

    @property
    def app(self) -> str:
        """File of the service's composition root."""
        return "gateway/app.py" if self.service == "gateway" else f"services/{self.service}/app.py"

    @property
    def _in_services(self) -> str:
        return f"services/{self.service}/{self.slice}"

    @property
    def words(self) -> dict[str, str]:
        """What the templates ask for."""
        one = singular(self.slice)
        plain = one.replace("_", " ")
        return {
            "slice": self.slice,
            "package": self.folder.replace("/", "."),
            "one": one,
            "ones": self.slice,
            "noun": plain,
            "Noun": one.title().replace("_", ""),
            "Nouns": self.slice.replace("_", " ").capitalize(),
            "nouns_words": self.slice.replace("_", " "),
            "kebab": one.replace("_", "-"),
            "kebabs": self.slice.replace("_", "-"),
            "READ": self.read.name,
            "EDIT": self.edit.name,
            "ROLE": _role(self.edit, may=True).name,
            "STRANGER": _role(self.edit, may=False).name,
        }


def singular(plural: str) -> str:
    """Return the singular of a plain English plural."""
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    if plural.endswith(("sses", "xes", "ches", "shes")):
        return plural[:-2]
    return plural[:-1]


def names(service: str, slice_: str, read: str | None = None, edit: str | None = None) -> Names:
    """Return the names of a slice; rights are `<SERVICE>_READ` and `<SERVICE>_EDIT` unless said.

    Raises:
        Unfit: the name is no plural noun, or the permissions do not exist.
    """
    if not SHAPE.fullmatch(slice_):
        raise Unfit(f"{slice_!r} is no plural noun in snake_case, e.g. remnants, price_lists")
    wanted = (read or f"{service.upper()}_READ", edit or f"{service.upper()}_EDIT")
    missing = [name for name in wanted if name not in Permission.__members__]
    if missing:
        raise Unfit(f"no permission {', '.join(missing)}: say read=... edit=... (contracts/rights)")
    return Names(service, slice_, Permission[wanted[0]], Permission[wanted[1]])


def _role(permission: Permission, *, may: bool) -> Role:
    return next(role for role in Role if (permission in RIGHTS[role]) is may)
