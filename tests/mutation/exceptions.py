"""Fields of the model that no change by hand can make differ alone, each with the reason."""

IS_ITS_NAME = "the object goes by it: with another one it is another object"
HAS_ONE = "every object that can have an owner has one"

EXCEPTIONS = {
    ("cast", "source"): IS_ITS_NAME,
    ("cast", "target"): IS_ITS_NAME,
    ("operator_", "left"): IS_ITS_NAME,
    ("operator_", "right"): IS_ITS_NAME,
    ("aggregate", "arguments.type"): IS_ITS_NAME,
    ("aggregate", "arguments.default"): "arguments of aggregates have no defaults",
    ("operator_class", "members.operators.order_by"):
        "access methods that know ORDER BY make such operators members of the family",
    ("index", "elements.operator"): "only exclusion constraints have operators",
    ("sequence", "identity"): "follows from the column's identity, which verify names instead",
    ("owner", "missing"): HAS_ONE,
}
