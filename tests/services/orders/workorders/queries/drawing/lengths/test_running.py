"""Numbers on one line never meet, keep their order, and stay where they belong if they can."""

from hypothesis import given
from hypothesis import strategies as st

from services.orders.workorders.queries.drawing.lengths.running import Seat, spread

seats = st.lists(
    st.builds(Seat, st.integers(0, 3000), st.integers(1, 300), st.just(1)), min_size=1, max_size=12
).map(lambda found: sorted(found, key=lambda seat: seat.wanted))


@given(seats)
def test_numbers_keep_their_order_and_their_room(found: list[Seat]) -> None:
    places = spread(found)

    for index in range(1, len(found)):
        room = (found[index - 1].room + found[index].room) / 2
        assert places[index] - places[index - 1] >= room - 0.001


@given(seats)
def test_numbers_that_have_room_stay(found: list[Seat]) -> None:
    apart = [Seat(index * 400, 300) for index in range(len(found))]

    assert spread(apart) == [seat.wanted for seat in apart]


def test_a_kept_line_pushes_the_number_aside() -> None:
    number, line = Seat(700, 100), Seat(720, 0, 1000)

    found = spread([number, line])

    assert found[1] - found[0] >= 49.9
    assert abs(found[1] - 720) < 0.1
