"""In: which gold item may go with which found item. Out: the best one-to-one pairing."""

from collections import deque
from collections.abc import Collection, Sequence

Edges = Sequence[Sequence[int]]
"""For each left item the right items it may be paired with, in order of preference."""

FREE = -1


def pair(edges: Edges, preferred: Sequence[Collection[int]], rights: int) -> list[int]:
    """Pair left with right items: as many pairs as can be, and among those as many preferred ones as can be.

    ``edges[i]`` are the partners that left item ``i`` may take, ``preferred[i]`` those of them that count
    more; ``rights`` is the number of right items. Gives the partner of each left item, or ``FREE``.

    First a maximum matching of the preferred edges alone: no matching holds more of them. From there every
    step adds one pair along the alternating path that loses the fewest preferred edges (successive best
    paths), so that the result is optimal in both counts. Ties fall by the order of the items.
    """
    matching = _Matching(edges, preferred, rights)
    matching.match_preferred()
    matching.take_free_pairs()
    while matching.take_best_path():
        pass
    return matching.partner


class _Matching:
    """A matching that grows; ``partner`` is seen from the left, ``holder`` from the right."""

    def __init__(self, edges: Edges, preferred: Sequence[Collection[int]], rights: int) -> None:
        self.edges = edges
        self.preferred = preferred
        self.partner = [FREE] * len(edges)
        self.holder = [FREE] * rights

    def match_preferred(self) -> None:
        """Match as many preferred edges as can be matched at once (augmenting paths, breadth first)."""
        for start in range(len(self.edges)):
            if not self.preferred[start]:
                continue
            came_from: dict[int, int] = {}
            queue = deque([start])
            while queue:
                left = queue.popleft()
                end = self._visit(left, came_from, queue)
                if end != FREE:
                    self._flip(end, came_from)
                    break

    def _visit(self, left: int, came_from: dict[int, int], queue: deque[int]) -> int:
        for right in self.edges[left]:
            if right in came_from or right not in self.preferred[left]:
                continue
            came_from[right] = left
            if self.holder[right] == FREE:
                return right
            queue.append(self.holder[right])
        return FREE

    def _flip(self, right: int, came_from: dict[int, int]) -> None:
        while right != FREE:
            left = came_from[right]
            before = self.partner[left]
            self.partner[left], self.holder[right] = right, left
            right = before

    def take_free_pairs(self) -> None:
        """Pair what is free on both sides: loses no preferred edge, so no path is better."""
        for left, rights in enumerate(self.edges):
            if self.partner[left] == FREE:
                right = next((r for r in rights if self.holder[r] == FREE), FREE)
                if right != FREE:
                    self.partner[left], self.holder[right] = right, left

    def take_best_path(self) -> bool:
        """Add one pair along the alternating path with the best balance of preferred edges, if there is one."""
        gain = {left: 0 for left, right in enumerate(self.partner) if right == FREE and self.edges[left]}
        queue = deque(gain)
        came_from: dict[int, int] = {}
        balance: dict[int, int] = {}
        while queue:
            left = queue.popleft()
            for right in self.edges[left]:
                if right == self.partner[left]:
                    continue
                reached = gain[left] + (right in self.preferred[left])
                if reached <= balance.get(right, -len(self.edges) - 1):
                    continue
                balance[right], came_from[right] = reached, left
                holder = self.holder[right]
                if holder != FREE:
                    gain[holder] = reached - (right in self.preferred[holder])
                    queue.append(holder)
        ends = [right for right in balance if self.holder[right] == FREE]
        if not ends:
            return False
        self._flip(min(ends, key=lambda right: (-balance[right], right)), came_from)
        return True
