-- What a line without an environment tells of, as scopes name it: shop/production, pipeline:release, @acme, * for everything.
-- It is for who may see all of that; where nothing is said, for who may see everything.
alter table deploy.audit add column subjects text[] not null default '{}';

-- What earlier lines tell of, as far as their words say.
update deploy.audit line set subjects = told.subjects
from (
    select a.id, case
        when a.action in ('secret', 'secret-deleted') then array[substring(a.details from '^(\S+/\S+): ')]
        when a.action in ('ask', 'approve', 'reject') then array[substring(a.details from ' for (\S+/\S+)$')]
        when a.action = 'pipeline-run' then array['pipeline:' || substring(a.details from '^(\S+), run \d+$')]
        when a.action in ('pipeline-approve', 'pipeline-reject', 'pipeline-cancel') then (
            select array['pipeline:' || p.name] from deploy.pipeline_run r join deploy.pipeline p on p.id = r.pipeline
            where r.id = substring(a.details from '^run (\d+)')::bigint)
        when a.action = 'pipelines' then (
            select array_agg('pipeline:' || name order by name)
            from regexp_split_to_table(substring(a.details from '^.*: (.*)$'), ', ') name)
        when a.action in ('organization-create', 'organization-delete') then array['@' || a.details]
        when a.action in ('organization-assign', 'organization-unassign') then (
            select array_agg(distinct '@' || part[2]) from regexp_matches(a.details, ' (from|to) (\S+)', 'g') part)
        when a.action in ('grant', 'withdraw', 'protect', 'unprotect') then (
            select array[case when scope like '@%' then split_part(scope, '/', 1) else '*' end]
            from substring(a.details from '(\S+)$') scope)
        when a.action = 'token-create' then (
            select array_agg(distinct case when scope like '@%' then split_part(scope, '/', 1) else '*' end)
            from regexp_split_to_table(substring(a.details from '^[^:]*: \S+ on (.*) for \d+ days$'), ', ') scope)
        -- One name may have been that of several tokens, one after the other.
        when a.action = 'token-revoke' then (
            select array_agg(distinct case when scope like '@%' then split_part(scope, '/', 1) else '*' end)
            from deploy.access_token t, unnest(t.scopes) scope where lower(t.name) = lower(a.details))
        end as subjects
    from deploy.audit a
    where a.environment is null) told
where told.id = line.id and told.subjects is not null and array_position(told.subjects, null) is null;
