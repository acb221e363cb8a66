// Creating and dropping private databases.
#pragma once

#include <string_view>

#include "pg/session.hpp"
#include "scratch/throwaway_server.hpp"

namespace pgplumb::scratch {

// How the server makes a database from its template.
enum class Copying {
  logged,  // as the server likes: through its buffers and its log
  files,   // the files, with a checkpoint: four times as fast, where nobody else waits for that
};

// Empty, from template0, UTF8 and the C locale unless `options` say otherwise: those work on every
// cluster, whatever its own locale. Throws as Session does.
void create_database(pg::Session& session, std::string_view name, const DatabaseOptions& options,
                     Copying copying);

// Ends the sessions in it first. Throws as Session does.
void drop_database(pg::Session& session, std::string_view name);

}  // namespace pgplumb::scratch
