// CREATE DATABASE for an empty, private database.
#pragma once

#include <string>
#include <string_view>

#include "pg/session.hpp"
#include "scratch/throwaway_server.hpp"

namespace pgplumb::scratch {

// From template0, UTF8 and the C locale unless `options` say otherwise: those work on every
// cluster, whatever its own locale.
[[nodiscard]] std::string create_database_statement(const pg::Session& session,
                                                    std::string_view name,
                                                    const DatabaseOptions& options);

}  // namespace pgplumb::scratch
