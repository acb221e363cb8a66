#include "sql/joint_targets.hpp"

extern "C" {
#include "catalog/pg_class.h"
#include "nodes/nodeFuncs.h"
}

namespace pgplumb::sql {
namespace {

const MultiAssignRef* joint_value(const void* target) {
  return PGPLUMB_NODE_AS(static_cast<const ResTarget*>(target)->val, MultiAssignRef);
}

bool has_joint_ones(const List* targets) {
  ListCell* cell = nullptr;
  foreach (cell, targets) {
    if (joint_value(lfirst(cell)) != nullptr) return true;
  }
  return false;
}

ResTarget* with_value(Node* value) {
  ResTarget* target = makeNode(ResTarget);
  target->name = pstrdup("");
  target->val = value;
  return target;
}

ResTarget* without_value(const ResTarget& whole) {
  ResTarget* target = makeNode(ResTarget);
  target->name = whole.name;
  target->indirection = whole.indirection;
  return target;
}

}  // namespace

JointTargets::~JointTargets() {
  for (const Place& place : places_) *place.place = place.targets;
}

void JointTargets::join_below(Node* root) { visit(root, this); }

bool JointTargets::visit(Node* node, void* self) {
  if (node == nullptr) return false;
  static_cast<JointTargets*>(self)->look_at(node);
  return raw_expression_tree_walker(node, visit, self);
}

void JointTargets::look_at(Node* node) {
  switch (nodeTag(node)) {
    case T_UpdateStmt: return join(reinterpret_cast<UpdateStmt*>(node)->targetList);
    case T_OnConflictClause: return join(reinterpret_cast<OnConflictClause*>(node)->targetList);
    case T_MergeWhenClause: return join(reinterpret_cast<MergeWhenClause*>(node)->targetList);
    default: return;
  }
}

void JointTargets::join(List*& targets) {
  if (!has_joint_ones(targets)) return;
  places_.push_back({&targets, targets});
  List* joined = nullptr;
  ListCell* cell = nullptr;
  foreach (cell, targets) {
    void* target = lfirst(cell);
    const MultiAssignRef* value = joint_value(target);
    if (value == nullptr) {
      joined = lappend(joined, target);
      continue;
    }
    if (value->colno == 1) {
      all_.push_back({with_value(value->source), nullptr});
      joined = lappend(joined, all_.back().target);
    }
    List*& columns = all_.back().columns;
    columns = lappend(columns, without_value(*static_cast<ResTarget*>(target)));
  }
  targets = joined;
}

Node* statement_of_columns(List* columns) {
  RangeVar* relation = makeNode(RangeVar);
  relation->relname = pstrdup("x");
  relation->inh = true;
  relation->relpersistence = RELPERSISTENCE_PERMANENT;
  InsertStmt* insert = makeNode(InsertStmt);
  insert->relation = relation;
  insert->cols = columns;
  return reinterpret_cast<Node*>(insert);
}

}  // namespace pgplumb::sql
