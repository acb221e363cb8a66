// Settings that decide what later statements mean, and how long they last.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/acceptance/script_agreement.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {
namespace {

constexpr auto kSessionScripts = std::to_array<Script>({
    {"path_of_a_transaction",
     "CREATE SCHEMA b; BEGIN; SET LOCAL search_path = b; CREATE TABLE t1(); COMMIT; CREATE "
     "TABLE t2()"},
    {"role_of_a_transaction",
     "GRANT ALL ON SCHEMA public TO pg_monitor; BEGIN; SET LOCAL ROLE pg_monitor; CREATE "
     "TABLE t1(); COMMIT; CREATE TABLE t2()"},
    {"user_of_a_transaction",
     "GRANT ALL ON SCHEMA public TO pg_monitor; BEGIN; SET LOCAL SESSION AUTHORIZATION "
     "pg_monitor; CREATE TABLE t1(); COMMIT; CREATE TABLE t2()"},
    {"set_config_of_a_transaction",
     "CREATE SCHEMA b; BEGIN; SELECT set_config('search_path','b',true); CREATE TABLE "
     "t1(); END; CREATE TABLE t2()"},
    {"set_config_of_a_statement",
     "CREATE SCHEMA b; SELECT set_config('search_path','b',true); CREATE TABLE t2()"},
    {"set_config_of_the_session",
     "CREATE SCHEMA b; SELECT set_config('search_path','b',false); CREATE TABLE t2()"},
    {"local_outside_of_a_transaction",
     "CREATE SCHEMA b; SET LOCAL search_path = b; CREATE TABLE t2()"},
    {"set_and_rolled_back",
     "CREATE SCHEMA b; BEGIN; SET search_path = b; CREATE TABLE t1(); ROLLBACK; CREATE "
     "TABLE t2()"},
    {"set_and_rolled_back_again",
     "CREATE SCHEMA b; SET search_path = b; BEGIN; SET search_path = public; SET LOCAL "
     "search_path = pg_catalog; ROLLBACK; CREATE TABLE t2()"},
    {"set_after_a_savepoint",
     "CREATE SCHEMA b; CREATE SCHEMA c; BEGIN; SET search_path = c; SAVEPOINT s; SET "
     "search_path = b; CREATE TABLE t1(); ROLLBACK TO s; CREATE TABLE t2(); COMMIT; CREATE "
     "TABLE t3()"},
    {"local_after_a_released_savepoint",
     "CREATE SCHEMA b; CREATE SCHEMA c; BEGIN; SET search_path = c; SAVEPOINT s; SET LOCAL "
     "search_path = b; CREATE TABLE t1(); RELEASE s; CREATE TABLE t2(); COMMIT; CREATE "
     "TABLE t3()"},
    {"set_after_a_savepoint_over_local",
     "CREATE SCHEMA b; CREATE SCHEMA c; BEGIN; SET LOCAL search_path = c; SAVEPOINT s; SET "
     "search_path = b; CREATE TABLE t1(); ROLLBACK TO s; CREATE TABLE t2(); COMMIT; CREATE "
     "TABLE t3()"},
    {"local_then_session",
     "CREATE SCHEMA b; CREATE SCHEMA c; BEGIN; SET LOCAL search_path = c; SET search_path "
     "= b; CREATE TABLE t1(); COMMIT; CREATE TABLE t2()"},
    {"session_then_local",
     "CREATE SCHEMA b; CREATE SCHEMA c; BEGIN; SET search_path = b; SET LOCAL search_path "
     "= c; CREATE TABLE t1(); COMMIT; CREATE TABLE t2()"},
    {"commit_and_chain",
     "CREATE SCHEMA b; BEGIN; SET LOCAL search_path = b; CREATE TABLE t1(); COMMIT AND "
     "CHAIN; CREATE TABLE t2(); SET LOCAL search_path = b; CREATE TABLE t3(); COMMIT; "
     "CREATE TABLE t4()"},
    {"rollback_and_chain",
     "CREATE SCHEMA b; BEGIN; SET LOCAL search_path = b; CREATE TABLE t1(); ROLLBACK AND "
     "CHAIN; CREATE TABLE t2(); SET LOCAL search_path = b; CREATE TABLE t3(); ROLLBACK; "
     "CREATE TABLE t4()"},
    {"local_in_a_block",
     "CREATE SCHEMA b; DO $$ BEGIN SET LOCAL search_path = b; CREATE TABLE t1(); END $$; "
     "CREATE TABLE t2()"},
    {"local_in_a_block_of_a_transaction",
     "CREATE SCHEMA b; BEGIN; DO $$ BEGIN SET LOCAL search_path = b; CREATE TABLE t1(); "
     "END $$; CREATE TABLE t2(); COMMIT; CREATE TABLE t3()"},
    {"set_config_in_a_block",
     "CREATE SCHEMA b; DO $$ BEGIN PERFORM set_config('search_path','b',true); CREATE "
     "TABLE t1(); END $$; CREATE TABLE t2()"},
    {"set_in_a_block",
     "CREATE SCHEMA b; DO $$ BEGIN SET search_path = b; CREATE TABLE t1(); END $$; CREATE "
     "TABLE t2()"},
    {"path_discarded", "CREATE SCHEMA b; SET search_path = b; DISCARD ALL; CREATE TABLE t2()"},
    {"role_discarded",
     "GRANT ALL ON SCHEMA public TO pg_monitor; CREATE SCHEMA b; SET ROLE pg_monitor; "
     "DISCARD ALL; CREATE TABLE t2()"},
    {"reset_all_but_the_role",
     "GRANT ALL ON SCHEMA public TO pg_monitor; CREATE SCHEMA b; SET search_path = b; SET "
     "ROLE pg_monitor; RESET ALL; CREATE TABLE t2()"},
    {"local_to_default",
     "CREATE SCHEMA b; SET search_path = b; BEGIN; SET LOCAL search_path TO DEFAULT; "
     "CREATE TABLE t1(); COMMIT; CREATE TABLE t2()"},
    {"reset_after_local",
     "CREATE SCHEMA b; BEGIN; SET LOCAL search_path = b; RESET search_path; CREATE TABLE "
     "t1(); COMMIT; CREATE TABLE t2()"},
    {"local_in_a_function",
     "CREATE SCHEMA b; CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN SET "
     "LOCAL search_path = b; CREATE TABLE t1(); END'; SELECT f(); CREATE TABLE t2()"},
    {"local_of_an_own_name",
     "BEGIN; SET LOCAL app.x = 'a'; COMMIT; DO $$ BEGIN IF current_setting('app.x', true) "
     "= 'a' THEN CREATE TABLE t1(); ELSE CREATE TABLE t2(); END IF; END $$"},
    {"begin_in_a_transaction",
     "CREATE SCHEMA b; BEGIN; SET LOCAL search_path = b; BEGIN; CREATE TABLE t1(); COMMIT; "
     "CREATE TABLE t2(); COMMIT; CREATE TABLE t3()"},
    {"abort", "CREATE SCHEMA b; BEGIN; SET LOCAL search_path = b; ABORT; CREATE TABLE t3()"},
    {"start_transaction_and_end",
     "CREATE SCHEMA b; START TRANSACTION ISOLATION LEVEL SERIALIZABLE; SET LOCAL "
     "search_path = b; CREATE TABLE t1(); END; CREATE TABLE t3()"},
    {"role_rolled_back",
     "GRANT ALL ON SCHEMA public TO pg_monitor; BEGIN; SET ROLE pg_monitor; CREATE TABLE "
     "t1(); ROLLBACK; CREATE TABLE t2()"},
    {"role_after_a_savepoint",
     "GRANT ALL ON SCHEMA public TO pg_monitor; BEGIN; SAVEPOINT a; SET ROLE pg_monitor; "
     "CREATE TABLE t1(); ROLLBACK TO a; CREATE TABLE t2(); COMMIT; CREATE TABLE t3()"},
    {"local_role_then_none",
     "GRANT ALL ON SCHEMA public TO pg_monitor; BEGIN; SET LOCAL ROLE pg_monitor; SET ROLE "
     "NONE; CREATE TABLE t1(); COMMIT; CREATE TABLE t2()"},
    {"local_after_a_savepoint",
     "CREATE SCHEMA b; BEGIN; SAVEPOINT s; SET LOCAL search_path = b; ROLLBACK TO s; "
     "CREATE TABLE t1(); COMMIT; CREATE TABLE t2()"},
    {"savepoint_in_a_savepoint",
     "CREATE SCHEMA b; CREATE SCHEMA c; BEGIN; SAVEPOINT s1; SET search_path = b; "
     "SAVEPOINT s2; SET search_path = c; RELEASE s2; CREATE TABLE t1(); ROLLBACK TO s1; "
     "CREATE TABLE t2(); COMMIT"},
});

class SessionAgreement : public testing::ThrowawayTest,
                         public ::testing::WithParamInterface<Script> {};

TEST_P(SessionAgreement, TextAndServerHoldTheSame) { expect_agreement(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Table, SessionAgreement, ::testing::ValuesIn(kSessionScripts),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace pgplumb::acceptance
