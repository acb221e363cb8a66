#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kSubscriptionQuery = R"sql(
select s.oid, s.subname, s.subowner, s.subenabled, s.subslotname, s.subsynccommit,
       s.subpublications, s.subbinary, )sql";
// The catalog is shared by all databases.
constexpr const char* kSubscriptionFrom = R"sql(
from pg_subscription s
join pg_database d on d.oid = s.subdbid
where d.datname = current_database()
)sql";

struct SubscriptionColumn {
  enum Index : std::size_t {
    oid,
    name,
    owner,
    enabled,
    slot,
    synchronous_commit,
    publications,
    binary,
    streaming,
    connection,
    two_phase,
    disable_on_error,
    password_required,
    run_as_owner,
    origin,
    failover,
  };
};

// A boolean before PostgreSQL 16.
SubscriptionStreaming streaming_of(std::string_view text) {
  if (text == "t") return SubscriptionStreaming::on;
  return text == "p" ? SubscriptionStreaming::parallel : SubscriptionStreaming::off;
}

// What a version does not have is as it was when there was no choice.
std::string select_list(const QueryList& queries) {
  const auto since = [&](int version, const char* column, const char* otherwise) {
    return std::string(", ") + (queries.server_version() >= version ? column : otherwise);
  };
  const bool readable = queries.rights().connection_strings;
  return std::string("s.substream::text") + (readable ? ", s.subconninfo" : ", null") +
         since(150000, "s.subtwophasestate <> 'd'", "false") +
         since(150000, "s.subdisableonerr", "false") +
         since(160000, "s.subpasswordrequired", "true") +
         since(160000, "s.subrunasowner", "false") + since(160000, "s.suborigin", "'any'") +
         since(170000, "s.subfailover", "false");
}

Subscription subscription_of(const pg::Row& row) {
  using enum SubscriptionColumn::Index;
  Subscription subscription;
  if (!row.is_null(connection)) {
    subscription.connection = ConnectionText::of(row.text(connection));
  }
  for (std::string& each : row.strings(publications)) {
    subscription.publications.emplace_back(std::move(each));
  }
  subscription.enabled = row.boolean(enabled);
  subscription.slot_name = Identifier(row.string(slot));
  subscription.binary = row.boolean(binary);
  subscription.streaming = streaming_of(row.text(streaming).substr(0, 1));
  subscription.synchronous_commit = row.string(synchronous_commit);
  subscription.two_phase = row.boolean(two_phase);
  subscription.disable_on_error = row.boolean(disable_on_error);
  subscription.password_required = row.boolean(password_required);
  subscription.run_as_owner = row.boolean(run_as_owner);
  subscription.origin = row.string(origin);
  subscription.failover = row.boolean(failover);
  return subscription;
}

}  // namespace

void ask_for(KindTag<Subscription>, QueryList& queries) {
  queries.add_if_any("pg_subscription",
                     kSubscriptionQuery + select_list(queries) + kSubscriptionFrom, Lane::first);
}

void decode(KindTag<Subscription>, const SlotRows& rows, Reader& reader) {
  using enum SubscriptionColumn::Index;
  for (const pg::Row row : rows[0]) {
    reader.put({CatalogOid::pg_subscription, row.oid(oid)},
               object_id(ObjectKind::subscription, Identifier(row.string(name))),
               subscription_of(row), row.oid(owner));
  }
}

}  // namespace pgplumb::introspect
