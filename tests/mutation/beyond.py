"""What the model has no field for: verify lists it as unmanaged, so that nothing that pg_dump sees
passes in silence. The order of columns is neither: no statement could move one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Beyond:
    sql: str
    says: str
    token: str  # in what pg_dump says; empty: it does not see it either


BEYOND = [
    Beyond("alter view views.options alter a set default 1",
           "default value for views.options.a", "views.options"),
    Beyond("alter materialized view matviews.options alter a set statistics 7",
           "settings of materialized view column matviews.options.a", "matviews.options"),
    Beyond("alter materialized view matviews.space alter a set (n_distinct = 7)",
           "settings of materialized view column matviews.space.a", "matviews.space"),
    Beyond("comment on type ranges.subtypes is 'x'",
           "comment on type ranges.subtypes", ""),
    Beyond("alter index constraints.c_element_expression alter column 1 set statistics 7",
           "statistics target of index column constraints.c_element_expression.expr", ""),
]
