"""Grows a random schema on a live database: what the server takes becomes part of the text."""

import random

from names import Names, literal, quoted
from queries import Queries
from values import KIND_OF, Values

ROLES = ["reader", "writer", "Odd Role", 'quote"role', "user"]
# Without that of the extensions: what is in it is theirs.
USER_SPACE = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'Ext ensions')"

RELATIONS = f"""
select c.oid::int as oid, n.nspname as space, c.relname as name, c.relkind as kind, c.relispartition as part,
  c.relpersistence as persistence, c.reloftype <> 0 as typed,
  exists (select from pg_inherits i where i.inhparent = c.oid) as parent,
  exists (select from pg_inherits i where i.inhrelid = c.oid) as child,
  coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'base', coalesce(b.typname, t.typname), 'not_null', a.attnotnull, 'identity', a.attidentity <> '',
      'generated', a.attgenerated <> '', 'local', a.attislocal) order by a.attnum)
    from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_type b on b.oid = t.typbasetype
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where {USER_SPACE} and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 2, 3"""
TYPES = f"""
select n.nspname as space, t.typname as name, t.typtype as kind, t.typisdefined as defined,
  (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels
from pg_type t join pg_namespace n on n.oid = t.typnamespace
where {USER_SPACE} and (t.typrelid = 0 or exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
  and t.typcategory <> 'A' and t.typtype <> 'm' order by 1, 2"""
ROUTINES = f"""
select n.nspname as space, p.proname as name, p.prokind as kind, pg_get_function_identity_arguments(p.oid) as arguments,
  p.pronargs as count, p.prorettype::regtype::text as result, p.proretset as many,
  array_to_json(array(select format_type(u, null) from unnest(p.proargtypes) u)) as types,
  p.provariadic <> 0 as variadic
from pg_proc p join pg_namespace n on n.oid = p.pronamespace where {USER_SPACE}
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('i', 'e'))
order by 1, 2, 4"""


def simple(catalog, prefix, namespaced=True, more="", where="true"):
    """A query of the names in one catalog."""
    if not namespaced:
        return f"select {prefix}name as name{more} from {catalog} where {where} order by 1"
    return (f"select n.nspname as space, {prefix}name as name{more} from {catalog} x join pg_namespace n"
            f" on n.oid = x.{prefix}namespace where {USER_SPACE} and {where} order by 1, 2")


SEQUENCES = simple("pg_class", "rel", where="relkind = 'S'",
                   more=", exists (select from pg_depend d where d.objid = x.oid and d.deptype in ('a', 'i')) as owned")
INDEXES = f"""
select n.nspname as space, c.relname as name, c.relkind as kind, t.relname as relation, m.amname as method,
  c.relispartition as part, i.indisunique as is_unique, i.indimmediate as immediate, i.indpred is not null as partial,
  i.indexprs is not null as expressions, t.relkind as relation_kind,
  exists (select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x')) as backs
from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace join pg_am m on m.oid = c.relam
where {USER_SPACE} order by 1, 2"""
CONSTRAINTS = f"""
select n.nspname as space, k.conname as name, k.contype as kind, c.relname as relation, c.relkind as relation_kind,
  k.conislocal as local, k.convalidated as valid, k.condeferrable as deferrable,
  (select json_agg(a.attname order by o) from unnest(k.conkey) with ordinality as u(key, o)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.key) as columns
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
where {USER_SPACE} and k.contype in ('p', 'u', 'x', 'c', 'f') order by 1, 4, 2"""
TRIGGERS = f"""
select n.nspname as space, c.relname as relation, t.tgname as name, c.relkind as relation_kind
from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
where {USER_SPACE} and not t.tgisinternal order by 1, 2, 3"""
POLICIES = f"""
select n.nspname as space, c.relname as relation, p.polname as name
from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace order by 1, 2, 3"""
RULES = f"""
select n.nspname as space, c.relname as relation, r.rulename as name, c.relkind as relation_kind
from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
where {USER_SPACE} and r.rulename <> '_RETURN' order by 1, 2, 3"""
OPERATORS = f"""
select n.nspname as space, o.oprname as name, case o.oprleft when 0 then 'none' else format_type(o.oprleft, null) end as first,
  format_type(o.oprright, null) as second
from pg_operator o join pg_namespace n on n.oid = o.oprnamespace where {USER_SPACE} and o.oprcode <> 0 order by 1, 2, 3, 4"""
CASTS = """
select format_type(castsource, null) as source, format_type(casttarget, null) as target from pg_cast c where oid >= 16384
  and not exists (select from pg_range r where r.rngtypid = c.castsource and r.rngmultitypid = c.casttarget)
  and not exists (select from pg_depend d where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype = 'e')
order by 1, 2"""
OPERATOR_CLASSES = simple("pg_opclass", "opc", more=", (select amname from pg_am a where a.oid = opcmethod) as method")
OPERATOR_FAMILIES = simple("pg_opfamily", "opf", more=", (select amname from pg_am a where a.oid = opfmethod) as method")
COLLATIONS = simple("pg_collation", "coll")
CONVERSIONS = simple("pg_conversion", "con")
STATISTICS = simple("pg_statistic_ext", "stx")
CONFIGURATIONS = simple("pg_ts_config", "cfg")
DICTIONARIES = simple("pg_ts_dict", "dict")
TEMPLATES = simple("pg_ts_template", "tmpl")
PARSERS = simple("pg_ts_parser", "prs")
NAMESPACES = f"select nspname as name from pg_namespace n where {USER_SPACE} order by 1"
# In no namespace: which of them an extension brought.
THEIRS = ", exists (select from pg_depend d where d.classid = '{0}'::regclass and d.objid = {0}.oid and d.deptype = 'e') as theirs"
WRAPPERS = simple("pg_foreign_data_wrapper", "fdw", False, more=THEIRS.format("pg_foreign_data_wrapper"))
SERVERS = simple("pg_foreign_server", "srv", False)
EVENT_TRIGGERS = simple("pg_event_trigger", "evt", False)
PUBLICATIONS = simple("pg_publication", "pub", False)
SUBSCRIPTIONS = simple("pg_subscription", "sub", False)
LANGUAGES = simple("pg_language", "lan", False, where="oid >= 16384")
METHODS = simple("pg_am", "am", False, where="oid >= 16384", more=", amtype as kind" + THEIRS.format("pg_am"))
EXTENSIONS = simple("pg_extension", "ext", False, where="extname <> 'plpgsql'")
USER_MAPPINGS = "select srvname as server, usename as role from pg_user_mappings order by 1, 2"


# Types of PostgreSQL's own among the names that objects get: the bare name means those.
SHADOWED = {"interval", "timestamp", "char", "time", "name", "date", "text", "numeric"}
EXTENSION_TYPES = {"citext": "citext", "hstore": "hstore", "ltree": "ltree", "cube": "cube", "isn": "isbn13", "seg": "seg"}


def in_block(rng, sql):
    """The statement as DO runs it, in one of the ways that a text tells what it does."""
    inside = rng.choice([f"begin\n  {sql};\nend", f"begin execute {literal(sql)}; end",
                         f"begin execute {literal(sql)}; exception when duplicate_object then null; end",
                         f"begin if not exists (select from pg_namespace where nspname = 'not there') then {sql}; end if; end"])
    return f"do $doit$ {inside} $doit$"


class Maker:
    def __init__(self, seed, live, major, database="current"):
        self.seed, self.live, self.major, self.database = seed, live, major, database
        self.rng = random.Random(seed)
        self.oddness = self.rng.choice([0, 0.05, 0.15, 0.5])
        self.names = Names(self.rng, self.oddness)
        self.values = Values(self.rng)
        self.queries = Queries(self)
        self.pick, self.chance = self.values.pick, self.values.chance
        self.statements = []
        self.tried = self.taken = 0

    def do(self, sql):
        """Runs a statement; one that the server takes becomes part of the text."""
        self.tried += 1
        if self.chance(0.02):
            sql = in_block(self.rng, sql)
        if not self.live.execute(sql):
            return False
        self.taken += 1
        self.statements.append(sql)
        return True

    # What there is.

    def all(self, query, test=None):
        rows = self.live.rows(query)
        return [row for row in rows if test(row)] if test else rows

    def one(self, query, test=None):
        rows = self.all(query, test)
        return self.rng.choice(rows) if rows else None

    def relations(self, kinds="rpvmf"):
        rows = self.all(RELATIONS, lambda r: r["kind"] in kinds)
        for row in rows:
            for column in row["columns"]:
                column["type_kind"] = KIND_OF.get(column["base"], "other")
        return rows

    def relation(self, kinds="rpvmf"):
        rows = self.relations(kinds)
        return self.rng.choice(rows) if rows else None

    def own_types(self):
        """Types of the user's own, as SQL, for columns."""
        names = [self.qualified(row) for row in self.all(TYPES, lambda r: r["defined"] and r["kind"] != "p")]
        theirs = [f'"Ext ensions".{EXTENSION_TYPES[row["name"]]}' for row in self.all(EXTENSIONS) if row["name"] in EXTENSION_TYPES]
        return names + [name + "[]" for name in names[:3]] + theirs

    def has_extension(self, name):
        return any(row["name"] == name for row in self.all(EXTENSIONS))

    def space(self):
        """A namespace that is there, as SQL."""
        row = self.one(NAMESPACES)
        return self.name(row["name"]) if row else "pg_catalog"

    # How things are written.

    def name(self, name):
        return self.names.sql(name)

    def new(self):
        return self.names.sql(self.names.new())

    def qualified(self, row):
        if row["space"] == "public" and row["name"] not in SHADOWED and self.chance(0.6):
            return self.name(row["name"])
        return f"{self.name(row['space'])}.{self.name(row['name'])}"

    relation_sql = qualified

    def place(self):
        """The namespace of a new object, with its dot."""
        spaces = self.all(NAMESPACES)
        if self.chance(0.6) or not spaces:
            return ""
        return self.name(self.rng.choice(spaces)["name"]) + "."

    def new_qualified(self):
        return self.place() + self.new()

    def scope_of(self, relation, stable=True, queries=False):
        from values import Scope
        columns = [(self.name(c["name"]), c["type_kind"]) for c in relation["columns"]]
        return Scope(columns, stable=stable, queries=self.queries.scalar if queries else None)

    def columns_of(self, relation, count=1):
        columns = relation["columns"]
        chosen = self.rng.sample(columns, min(len(columns), count))
        return [self.name(c["name"]) for c in chosen]

    def role(self):
        return self.name(self.rng.choice(ROLES))

    def constraint_name(self):
        return f"constraint {self.new()} "

    def option(self, share, text):
        return text if self.chance(share) else ""

    def text(self):
        """A string constant with anything in it."""
        return self.rng.choice(["'plain'", "'it''s'", "E'line\\nbreak'", "'-- comment'", "'/* open'", "$$dollar 'x'$$",
                                "'ünï 日本'", "E'tab\\tback\\\\slash'", "'semi; colon'", "'$$'", "E'\\x1b[31mred'",
                                "' '", literal("long " * 50), "$q$ $$ $q$", "U&'d\\0061t'", "'two\nlines'"])


__all__ = ["Maker", "literal", "quoted"]
