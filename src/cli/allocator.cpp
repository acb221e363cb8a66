// How the memory allocator is set up (cmake/Dependencies.cmake): for a process that takes some
// fifty megabytes within a tenth of a second and ends.

// jemalloc reads it before main begins. Huge pages, and nothing given back: page by page the system
// takes longer for the memory than pgplumb for using it. One arena: threads keep what they
// need at hand, and memory that one gave back serves the others.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1,narenas:1";
}
