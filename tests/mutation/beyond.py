"""What the model has no field for: verify lists it as unmanaged, so that nothing that pg_dump sees
passes in silence. The order of columns is neither: no statement could move one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Beyond:
    sql: str
    says: str
    token: str  # in what pg_dump says; empty: it does not see it either


BEYOND = [
    Beyond("comment on type ranges.subtypes is 'x'",
           "comment on type ranges.subtypes", ""),
    Beyond("alter index constraints.c_element_expression alter column 1 set statistics 7",
           "statistics target of index column constraints.c_element_expression.expr", ""),
]
