"""The makers of all kinds, and how often each has its turn."""

import definitions
import others
import programs
import tables
from maker import Maker

# (weight, maker)
START = [definitions.create_namespace, definitions.create_enum, tables.create_table]
CREATE = [
    (1, definitions.create_namespace), (0.5, definitions.create_full_namespace), (0.5, definitions.create_extension), (2, definitions.create_enum), (2, definitions.create_domain),
    (2, definitions.create_composite), (1, definitions.create_range), (1, definitions.create_base),
    (10, tables.create_table), (2, tables.create_sequence), (8, tables.create_index), (1, tables.create_statistics),
    (6, definitions.create_view), (1, definitions.create_recursive_view), (1, definitions.simple_view),
    (3, definitions.create_materialized_view),
    (7, programs.create_function), (2, programs.create_procedure), (1, programs.create_aggregate), (2, programs.create_operator),
    (1, programs.create_operator_class), (1, programs.create_operator_family), (2, programs.create_cast),
    (4, programs.create_trigger), (1, programs.create_event_trigger), (3, programs.create_rule), (3, programs.create_policy),
    (1, others.create_collation), (1, others.create_conversion), (1, others.create_dictionary), (1, others.create_configuration),
    (1, others.create_template), (1, others.create_parser), (1, others.create_wrapper), (1, others.create_server),
    (1, others.create_user_mapping), (2, others.create_foreign_table), (2, others.create_publication),
    (1, others.create_language), (1, others.create_method), (1, others.create_transform),
    (10, others.comment), (6, others.privilege), (2, others.column_privilege), (1, others.all_privilege),
    (2, others.default_privilege), (3, others.owner),
]
ALTER = [
    (12, tables.alter_table), (1, tables.alter_sequence), (2, tables.alter_index), (2, tables.attach_partition),
    (1, tables.detach_partition), (2, tables.alter_inherit), (1, tables.constraint_using_index), (1, definitions.alter_enum),
    (1, definitions.alter_domain), (1, definitions.alter_composite), (1, definitions.alter_type), (2, definitions.alter_view),
    (2, programs.alter_function), (1, programs.alter_trigger), (1, programs.alter_policy), (1, others.alter_foreign),
    (1, others.alter_publication), (3, others.rename), (2, others.move), (2, others.drop), (1, others.setting), (0.3, others.owned),
]


def choice(rng, weighted):
    return rng.choices([make for _, make in weighted], [weight for weight, _ in weighted])[0]


def grow(seed, live, major, size):
    """A schema of about `size` objects: the list of its statements."""
    maker = Maker(seed, live, major)
    for make in START:
        make(maker)
    for _ in range(size):
        choice(maker.rng, CREATE if maker.chance(0.7) else ALTER)(maker)
    maker.do("reset search_path")  # another session may go on from here
    return maker


def change(maker, count):
    """A few more statements, which a variation of the schema has."""
    for _ in range(count):
        choice(maker.rng, ALTER if maker.chance(0.7) else CREATE)(maker)
