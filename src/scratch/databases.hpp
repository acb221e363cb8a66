// Creating and dropping private databases.
#pragma once

#include <string_view>

#include "pg/session.hpp"
#include "scratch/throwaway_server.hpp"

namespace pgplumb::scratch {

// Empty, from template0, UTF8 and the C locale unless `options` say otherwise: those work on every
// cluster, whatever its own locale. Throws as Session does.
void create_database(pg::Session& session, std::string_view name, const DatabaseOptions& options);

// Ends the sessions in it first. Throws as Session does.
void drop_database(pg::Session& session, std::string_view name);

}  // namespace pgplumb::scratch
