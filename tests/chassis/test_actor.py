"""Actor: what a person, a tablet or a machine may do, and how far that reaches."""

import itertools
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.actor import Actor
from chassis.errors import Forbidden
from contracts.rights import RIGHTS, Permission, Role, Scope, Shop

LENINA = UUID("018f0000-0000-7000-8000-000000000001")
PARK = UUID("018f0000-0000-7000-8000-000000000002")
ROLES = st.frozensets(st.sampled_from(list(Role)))
OFFICES = st.sampled_from([None, LENINA, PARK])
SHOPS = st.sampled_from([None, *Shop])


def of(*roles: Role, office: UUID | None = LENINA, shop: Shop | None = None) -> Actor:
    return Actor(subject="staff:1", roles=frozenset(roles), office_id=office, shop=shop)


def test_a_manager_edits_the_orders_of_his_own_office_and_reads_all() -> None:
    anna = of(Role.DESK)
    assert anna.may(Permission.ORDERS_EDIT, office_id=LENINA)
    assert not anna.may(Permission.ORDERS_EDIT, office_id=PARK)
    assert anna.may(Permission.ORDERS_READ, office_id=PARK)
    anna.require(Permission.ORDERS_EDIT, office_id=LENINA)
    with pytest.raises(Forbidden) as refused:
        anna.require(Permission.ORDERS_EDIT, office_id=PARK)
    assert refused.value.params == {"permission": "orders.edit"}


def test_a_manager_without_an_office_edits_none() -> None:
    assert not of(Role.DESK, office=None).may(Permission.ORDERS_EDIT, office_id=LENINA)


def test_a_tablet_reports_for_its_own_shop_and_sees_no_client() -> None:
    tablet = Actor(subject="device:1", roles=frozenset({Role.WORKSHOP}), shop=Shop.WORKSHOP)
    assert tablet.may(Permission.PRODUCTION_REPORT, shop=Shop.WORKSHOP)
    assert not tablet.may(Permission.PRODUCTION_REPORT, shop=Shop.ART_SHOP)
    for permission in (Permission.CLIENTS_READ, Permission.ORDERS_PRICE_READ):
        assert not tablet.may(permission)


def test_the_tablets_shop_counts_more_than_its_roles() -> None:
    tablet = of(Role.WORKSHOP, Role.ART_SHOP, shop=Shop.ART_SHOP)
    assert tablet.own_shops == {Shop.ART_SHOP}
    assert of(Role.WORKSHOP, Role.ART_SHOP).own_shops == set(Shop)
    assert of(Role.DESK).own_shops == set()


def test_of_two_roles_the_wider_reach_counts() -> None:
    both = of(Role.WORKSHOP, Role.HEAD_OF_PRODUCTION)
    assert both.scope(Permission.PRODUCTION_ACCEPT) is Scope.ALL
    assert both.may(Permission.PRODUCTION_ACCEPT, shop=Shop.ART_SHOP)


def test_a_machine_may_do_what_its_code_asks_and_a_grant_reaches_everywhere() -> None:
    machine = Actor.system("orders")
    assert machine.is_system
    assert all(machine.may(permission, office_id=PARK) for permission in Permission)
    granted = Actor(subject="staff:1", grants=frozenset({Permission.ORDERS_ENTER_OLD}))
    assert granted.may(Permission.ORDERS_ENTER_OLD, office_id=PARK)
    assert not granted.may(Permission.ORDERS_EDIT)


def test_nobody_may_do_nothing() -> None:
    nobody = Actor(subject="anonymous")
    assert not any(nobody.may(permission) for permission in Permission)


def test_the_person_who_acts_is_himself_or_the_worker_at_the_tablet() -> None:
    assert Actor(subject=f"staff:{LENINA}").staff_id == LENINA
    assert Actor(subject=f"device:{LENINA}", operator_id=PARK).staff_id == PARK
    assert Actor(subject=f"device:{LENINA}").staff_id is None


def test_the_language_does_not_make_another_person() -> None:
    assert Actor(subject="staff:1", language="en") == Actor(subject="staff:1")


@given(roles=ROLES, office=OFFICES, shop=SHOPS, asked=OFFICES, at=SHOPS)
def test_one_may_exactly_what_one_of_his_roles_gives(
    roles: frozenset[Role],
    office: UUID | None,
    shop: Shop | None,
    asked: UUID | None,
    at: Shop | None,
) -> None:
    actor = Actor(subject="staff:1", roles=roles, office_id=office, shop=shop)
    for permission in Permission:
        scopes = {RIGHTS[role][permission] for role in roles if permission in RIGHTS[role]}
        expected = (
            Scope.ALL in scopes
            or (Scope.OWN_OFFICE in scopes and asked in (None, office))
            or (
                Scope.OWN_SHOP in scopes
                and Scope.OWN_OFFICE not in scopes
                and (at is None or at in actor.own_shops)
            )
        )
        assert actor.may(permission, office_id=asked, shop=at) is expected


def test_no_two_roles_give_one_permission_in_two_kinds_of_scope() -> None:
    """Else "the widest" would take one of them away; the table must not come to that."""
    for permission, (one, other) in itertools.product(Permission, itertools.combinations(Role, 2)):
        scopes = {RIGHTS[r][permission] for r in (one, other) if permission in RIGHTS[r]}
        assert scopes != {Scope.OWN_OFFICE, Scope.OWN_SHOP}
