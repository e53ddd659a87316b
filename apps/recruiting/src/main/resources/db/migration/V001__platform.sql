-- The foundation that every module's tables stand on: the application's role, the current organization, row-level
-- security, and the queue of durable work.

create schema platform;

-- The application works as this role, which row-level security binds. A login without the right to create roles is
-- itself bound, because security is forced upon owners too.
do $$
begin
  if not exists (select from pg_roles where rolname = 'crewyard_app') then
    create role crewyard_app nologin;
  end if;
  execute format('grant crewyard_app to %I', current_user);
exception
  when insufficient_privilege then
    if (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) then
      raise;
    end if;
end
$$;

create function platform.current_organization() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('crewyard.organization', true), '')::bigint;

-- The public or unguessable key of a row that may be read before its organization is known.
create function platform.current_key() returns text
  language sql stable parallel safe
  return nullif(current_setting('crewyard.key', true), '');

-- Puts every table of a schema that has an organization_id under row-level security, and gives the application's role
-- its rights. Each migration that makes tables ends with a call.
create procedure platform.protect(module name)
  language plpgsql
as $$
declare
  tenant record;
begin
  for tenant in
    select c.oid::regclass as name, c.oid
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relnamespace = module::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', tenant.name);
    execute format('alter table %s force row level security', tenant.name);
    if not exists (select from pg_policy where polrelid = tenant.oid and polname = 'tenant') then
      execute format(
        'create policy tenant on %s using (organization_id = (select platform.current_organization()))', tenant.name);
    end if;
  end loop;
  if exists (select from pg_roles where rolname = 'crewyard_app') then
    execute format('grant usage on schema %I to crewyard_app', module);
    execute format('grant select, insert, update, delete on all tables in schema %I to crewyard_app', module);
    execute format('grant usage on all sequences in schema %I to crewyard_app', module);
    execute format('grant execute on all functions in schema %I to crewyard_app', module);
  end if;
end
$$;

-- The queue of db-scheduler 16: its column names are the library's, but for one. "again" asks for one more run of work
-- that was enqueued anew while it ran, and may have read the state of before.
create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  again boolean not null default false,
  primary key (task_name, task_instance)
);
create index on platform.scheduled_tasks (execution_time);
create index on platform.scheduled_tasks (last_heartbeat);
create index on platform.scheduled_tasks (priority desc, execution_time);

call platform.protect('platform');
