from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from extractor.score.pairing import FREE, pair


def counts(partner: list[int], preferred: list[set[int]]) -> tuple[int, int]:
    pairs = [(left, right) for left, right in enumerate(partner) if right != FREE]
    assert len({right for _, right in pairs}) == len(pairs)
    return len(pairs), sum(right in preferred[left] for left, right in pairs)


def best(edges: list[list[int]], preferred: list[set[int]], rights: int) -> tuple[int, int]:
    """Try every way of handing out the right items."""
    lefts = len(edges)
    seats = list(range(rights)) + [FREE] * lefts
    ways = {tuple(r if r in edges[left] else FREE for left, r in enumerate(w)) for w in permutations(seats, lefts)}
    return max(counts(list(way), preferred) for way in ways)


@given(st.data())
def test_a_pairing_is_as_large_and_as_right_as_any(data: st.DataObject) -> None:
    rights = data.draw(st.integers(0, 4))
    some = st.lists(st.integers(0, rights - 1), unique=True) if rights else st.just([])
    edges = data.draw(st.lists(some, max_size=4))
    preferred = [set(data.draw(st.sets(st.sampled_from(ends)))) if ends else set() for ends in edges]
    assert counts(pair(edges, preferred, rights), preferred) == best(edges, preferred, rights)


def test_a_first_choice_gives_way_where_that_makes_one_more_pair() -> None:
    assert pair([[0, 1], [0]], [set(), set()], 2) == [1, 0]


def test_more_pairs_count_more_than_preferred_ones() -> None:
    assert pair([[0, 1], [0]], [{0}, set()], 2) == [1, 0]


def test_nothing_to_pair_gives_nothing() -> None:
    assert pair([], [], 3) == []
    assert pair([[], []], [set(), set()], 0) == [FREE, FREE]


def test_a_chain_of_thousands_is_paired_without_recursion() -> None:
    size = 3000
    edges = [[left - 1, left] if left else [0] for left in range(size)]
    partner = pair(edges[::-1], [set(ends) for ends in edges[::-1]], size)
    assert FREE not in partner
