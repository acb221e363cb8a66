#include "parse/constraint_definition.hpp"

#include <algorithm>

#include "parse/index_definition.hpp"
#include "parse/newer_syntax.hpp"
#include "parse/options.hpp"
#include "parse/relation_tree.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

MatchType match_type(char match) {
  if (match == 'f') return MatchType::full;
  return match == 'p' ? MatchType::partial : MatchType::simple;
}

ReferentialAction referential_action(char action) {
  switch (action) {
    case 'r': return ReferentialAction::restrict;
    case 'c': return ReferentialAction::cascade;
    case 'n': return ReferentialAction::set_null;
    case 'd': return ReferentialAction::set_default;
    default: return ReferentialAction::no_action;
  }
}

std::optional<ConstraintType> constraint_type(::ConstrType type) {
  switch (type) {
    case CONSTR_CHECK: return ConstraintType::check;
    case CONSTR_PRIMARY: return ConstraintType::primary_key;
    case CONSTR_UNIQUE: return ConstraintType::unique;
    case CONSTR_EXCLUSION: return ConstraintType::exclusion;
    case CONSTR_FOREIGN: return ConstraintType::foreign_key;
    default: return std::nullopt;
  }
}

class DraftMaker {
 public:
  DraftMaker(const WrittenConstraint& written, const ObjectId& relation, Replay& replay)
      : written_(written), node_(*written.node), relation_(relation), replay_(replay) {}

  std::optional<ConstraintDraft> make() {
    const auto type = constraint_type(node_.contype);
    if (!type) return std::nullopt;
    draft_.name = Identifier(sql::text_of(node_.conname));
    draft_.location = node_.location;
    constraint().type = *type;
    constraint().deferrable = written_.deferrable || node_.deferrable;
    constraint().initially_deferred = written_.initially_deferred || node_.initdeferred;
    constraint().deferrable |= constraint().initially_deferred;
    constraint().enforced = written_.enforced && is_enforced(node_);
    constraint().without_overlaps = is_temporal(node_);
    return fill() ? std::optional(std::move(draft_)) : std::nullopt;
  }

 private:
  Constraint& constraint() { return draft_.constraint; }

  bool fill() {
    switch (constraint().type) {
      case ConstraintType::check: return check();
      case ConstraintType::foreign_key: return foreign_key();
      case ConstraintType::exclusion: return exclusion();
      default: return key();
    }
  }

  bool check() {
    constraint().check = replay_.expression(node_.raw_expr);
    constraint().no_inherit = node_.is_no_inherit;
    constraint().validated = !node_.skip_validation && constraint().enforced;
    return true;
  }

  bool key() {
    constraint().columns = own_columns(node_.keys);
    constraint().include = sql::identifiers_of(node_.including);
    constraint().nulls_not_distinct = node_.nulls_not_distinct;
    storage();
    if (!known(relation_, constraint().columns) || !known(relation_, constraint().include)) {
      return false;
    }
    draft_.labels = labels_of(constraint());
    return true;
  }

  bool exclusion() {
    constraint().access_method = Identifier(sql::text_of(node_.access_method));
    if (constraint().access_method.empty()) constraint().access_method = Identifier("btree");
    for (const ::List* pair : sql::items<::List>(node_.exclusions)) {
      const auto* element = static_cast<const ::IndexElem*>(pair->elements[0].ptr_value);
      const auto* names = static_cast<const ::List*>(pair->elements[1].ptr_value);
      IndexElement made = index_element(*element, constraint().access_method, replay_);
      made.exclusion_operator = operator_name(names, type_of(made.attribute), replay_);
      if (!made.attribute.empty() && !known(relation_, {made.attribute})) return false;
      constraint().elements.push_back(std::move(made));
    }
    constraint().include = sql::identifiers_of(node_.including);
    if (node_.where_clause != nullptr)
      constraint().predicate = replay_.expression(node_.where_clause);
    storage();
    draft_.labels = labels_of(constraint());
    return true;
  }

  void storage() {
    constraint().options = options_of(node_.options);
    constraint().tablespace = replay_.tablespace(node_.indexspace);
  }

  bool foreign_key() {
    constraint().columns = own_columns(node_.fk_attrs);
    constraint().match = match_type(node_.fk_matchtype);
    constraint().on_update = referential_action(node_.fk_upd_action);
    constraint().on_delete = referential_action(node_.fk_del_action);
    constraint().on_delete_columns = sql::identifiers_of(node_.fk_del_set_cols);
    constraint().validated = !node_.skip_validation && constraint().enforced;
    return known(relation_, constraint().columns) && referenced();
  }

  bool referenced() {
    const auto found = replay_.find_class(*node_.pktable);
    if (!found || found->kind != ObjectKind::relation) {
      replay_.unresolved("table", written(*node_.pktable), node_.pktable->location);
      return false;
    }
    constraint().foreign_relation = found->qualified_name();
    constraint().foreign_columns = sql::identifiers_of(node_.pk_attrs);
    if (!constraint().foreign_columns.empty()) return known(*found, constraint().foreign_columns);
    const auto primary = primary_key_of(replay_.catalog(), *found);
    if (!primary) {
      replay_.unresolved("primary key of table", written(*node_.pktable), node_.pktable->location);
      return false;
    }
    constraint().foreign_columns = replay_.catalog().get<Constraint>(*primary)->columns;
    return true;
  }

  std::vector<Identifier> own_columns(const ::List* names) const {
    if (!written_.column.empty()) return {written_.column};
    return sql::identifiers_of(names);
  }

  // Of an expression (no column) it is not known.
  TypeRef type_of(const Identifier& column) {
    const auto* attribute = replay_.catalog().get<Attribute>(attribute_id(relation_, column));
    return attribute == nullptr ? TypeRef{} : attribute->type;
  }

  bool known(const ObjectId& relation, const std::vector<Identifier>& columns) {
    for (const Identifier& column : columns) {
      if (replay_.catalog().contains(attribute_id(relation, column))) continue;
      replay_.unresolved("column", relation.name + "." + column.text(), node_.location);
      return false;
    }
    return true;
  }

  const WrittenConstraint& written_;
  const ::Constraint& node_;
  const ObjectId& relation_;
  Replay& replay_;
  ConstraintDraft draft_;
};

}  // namespace

std::optional<ConstraintDraft> constraint_draft(const WrittenConstraint& written,
                                                const ObjectId& relation, Replay& replay) {
  return DraftMaker(written, relation, replay).make();
}

}  // namespace pgplumb::parse
