#include "parse/foreign_options.hpp"

#include <algorithm>

#include "parse/replay.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

ForeignOption option_of(const ::DefElem& written) {
  const std::string value = written.arg != nullptr ? sql::string_of(written.arg) : "";
  return foreign_option(sql::text_of(written.defname), value);
}

}  // namespace

ForeignOptions foreign_options_of(const ::List* written) {
  ForeignOptions options;
  for (const ::DefElem* one : sql::items<::DefElem>(written)) options.push_back(option_of(*one));
  std::sort(options.begin(), options.end());
  return options;
}

void change_foreign_options(ForeignOptions& options, const ::List* changes, const std::string& of,
                            Replay& replay) {
  for (const ::DefElem* change : sql::items<::DefElem>(changes)) {
    const std::string name = sql::text_of(change->defname);
    const auto known = std::find_if(options.begin(), options.end(),
                                    [&](const ForeignOption& one) { return one.name == name; });
    const bool adds = change->defaction == DEFELEM_ADD || change->defaction == DEFELEM_UNSPEC;
    if (adds == (known != options.end())) {
      if (!adds) {
        replay.unresolved("option", of + "." + name);
        continue;
      }
      replay.error(DiagnosticCode::duplicate_object,
                   "option \"" + printable(of + "." + name) + "\" exists already");
      continue;
    }
    if (known != options.end()) options.erase(known);
    if (change->defaction != DEFELEM_DROP) options.push_back(option_of(*change));
  }
  std::sort(options.begin(), options.end());
}

}  // namespace pgplumb::parse
