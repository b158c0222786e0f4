"""In: a class of annotated fields. Out: it as a record that type checkers hold to be frozen, cheap to make.

``record(frozen=True, slots=True)`` is for what a room makes by the hundred on every page. mypy reads it as a frozen
dataclass and refuses every assignment to a field; at run time nothing is checked again, so one is made in a quarter
of the time that a frozen dataclass takes. What users get (``model``, ``values.Quantity``) is frozen at run time too.
"""

from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool):
        """Make a dataclass that can be hashed as a frozen one can."""
        return dataclass(slots=slots, unsafe_hash=frozen)
