/*
 * PostgreSQL's grammar as libpg_query carries it, compiled once more with its tracing code: which of
 * its rules a text uses, and what the rules are. It stands in for the library's own copy.
 */
#include "postgres.h"

#include <stdarg.h>
#include <string.h>

#include "tests/forms/grammar_probe.h"

static unsigned char used_rules[8192];

/* The trace names the rule without the one that Bison puts before all others. */
static int note_trace(const char *format, ...) {
  if (strncmp(format, "Reducing stack by rule", 22) == 0) {
    va_list arguments;
    va_start(arguments, format);
    used_rules[va_arg(arguments, int) + 1] = 1;
    va_end(arguments);
  }
  return 0;
}

#undef fprintf
#define fprintf(stream, ...) note_trace(__VA_ARGS__)
#define YYDEBUG 1

#include PGPLUMB_GRAMMAR

void grammar_trace(int on) { yydebug = on; }

int grammar_rules(void) { return YYNRULES; }
int grammar_rule_used(int rule) { return used_rules[rule]; }
int grammar_rule_length(int rule) { return yyr2[rule]; }
const char *grammar_rule_name(int rule) { return yytname[yyr1[rule]]; }
const char *grammar_rule_symbol(int rule, int place) {
  return yytname[yyrhs[yyprhs[rule] + place]];
}
