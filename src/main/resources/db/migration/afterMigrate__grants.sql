-- What the run-time role may do, said anew after each migration. It owns nothing and may never TRUNCATE.
-- Functions need no word: everybody may call them, with the caller's own rights.
grant usage on schema public to ${app_role};
grant select, insert, update, delete on all tables in schema public to ${app_role};
revoke all on flyway_schema_history from ${app_role};
-- the past is only added to
revoke update, delete on unit_reach, unit_event, movement, audit_entry from ${app_role};
revoke delete on unit, unit_version, member, account, access_grant from ${app_role};
revoke delete on audit_head, audit_check from ${app_role};
-- a list just read is unknown to the planner until it is looked at
grant maintain on import_row to ${app_role};
-- but the end of a reach is written down when it comes
grant update (until, inherited) on unit_reach to ${app_role};
-- an undone reorganisation takes back the versions it opened: they never held
grant delete on unit_version to ${app_role};
revoke delete on committee_term, committee_candidate from ${app_role};
revoke insert, update, delete on committee_size_rule from ${app_role};
