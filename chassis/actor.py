"""Actor: who asks, with what rights. Every route, command and query takes one."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from chassis.errors import Forbidden
from contracts.rights import RIGHTS, SHOP_OF_ROLE, Permission, Role, Scope, Shop

_WIDTH = {Scope.OWN_SHOP: 0, Scope.OWN_OFFICE: 1, Scope.ALL: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A member of staff, a tablet or a machine, as the signed token says.

    `subject` is `staff:<uuid>`, `device:<uuid>`, `token:<uuid>` or `system:<service>`.
    `operator_id` is the worker who holds the tablet; `operator_verified` is False when he chose
    his tile without a PIN (offline). He was then judged as of `judged_at` (UTC, as the tablet said;
    None = as of now), and whatever is done in his name is of that moment.
    """

    subject: str
    roles: frozenset[Role] = frozenset()
    grants: frozenset[Permission] = frozenset()
    """Permissions given to the person beside his roles (reach: all)."""
    office_id: UUID | None = None
    shop: Shop | None = None
    session_id: str | None = None
    device_id: UUID | None = None
    operator_id: UUID | None = None
    operator_verified: bool = False
    judged_at: datetime | None = None
    correlation_id: str | None = None
    language: str = field(default="ru", compare=False)

    @classmethod
    def system(cls, service: str) -> "Actor":
        """Return the machine itself: may do everything its own code asks for."""
        return cls(subject=f"system:{service}")

    @property
    def is_system(self) -> bool:
        """Whether this is a machine of ours."""
        return self.subject.startswith("system:")

    @property
    def staff_id(self) -> UUID | None:
        """The person who acts: himself, or the worker at the tablet."""
        if self.subject.startswith("staff:"):
            return UUID(self.subject.removeprefix("staff:"))
        return self.operator_id

    def scope(self, permission: Permission) -> Scope | None:
        """Return how far the permission reaches for this actor; None = not at all."""
        if self.is_system or permission in self.grants:
            return Scope.ALL
        reaches = [RIGHTS[role][permission] for role in self.roles if permission in RIGHTS[role]]
        return max(reaches, key=_WIDTH.__getitem__, default=None)

    @property
    def own_shops(self) -> frozenset[Shop]:
        """Shops the actor works in: the tablet's one, or those of his roles."""
        if self.shop is not None:
            return frozenset({self.shop})
        return frozenset(SHOP_OF_ROLE[role] for role in self.roles if role in SHOP_OF_ROLE)

    def may(
        self, permission: Permission, *, office_id: UUID | None = None, shop: Shop | None = None
    ) -> bool:
        """Tell whether the actor may, on a thing of this office or this shop."""
        reach = self.scope(permission)
        if reach is Scope.OWN_OFFICE:
            return office_id is None or office_id == self.office_id
        if reach is Scope.OWN_SHOP:
            return shop is None or shop in self.own_shops
        return reach is Scope.ALL

    def require(
        self, permission: Permission, *, office_id: UUID | None = None, shop: Shop | None = None
    ) -> None:
        """Refuse unless the actor may.

        Raises:
            Forbidden: no role of his gives the permission, or it does not reach that far.
        """
        if not self.may(permission, office_id=office_id, shop=shop):
            raise Forbidden(permission=permission.value)
