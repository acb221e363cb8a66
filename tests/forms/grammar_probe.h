/* The rules of PostgreSQL's grammar, numbered from 1, and which of them were used since the start. */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

void grammar_trace(int on);

int grammar_rules(void);
int grammar_rule_used(int rule);
int grammar_rule_length(int rule);
const char *grammar_rule_name(int rule);                /* what it makes: CreateStmt */
const char *grammar_rule_symbol(int rule, int place);   /* of what: CREATE, OptTemp … */

#ifdef __cplusplus
}
#endif
