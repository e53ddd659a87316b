create schema activity;

-- One journal an organization, without gaps: whoever appends holds the row until commit, so positions become visible
-- in their order and a reader that has position n has everything up to n.
create table activity.feed (
  organization_id bigint primary key default platform.current_organization() references identity.organization,
  position bigint not null
);

create table activity.activity (
  organization_id bigint not null default platform.current_organization() references identity.organization,
  position bigint not null,
  at timestamptz not null default clock_timestamp(),
  type text not null,
  actor_kind text not null check (actor_kind in ('user', 'candidate', 'system')),
  actor_id bigint,
  actor_name text not null,
  job_id bigint,
  candidate_id bigint,
  application_id bigint,
  data jsonb not null default '{}',
  primary key (organization_id, position)
);
create index on activity.activity (organization_id, candidate_id, position) where candidate_id is not null;
create index on activity.activity (organization_id, job_id, position) where job_id is not null;

create function activity.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'the activity journal is append-only';
end
$$;
create trigger append_only before update or delete on activity.activity
  for each row execute function activity.refuse_change();

call platform.protect('activity');
