-- How an organization, or one job of it, weighs the criteria of matching. Versions are only added: each ranking names the
-- one it was made with.
create table matching.profile (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  job_id bigint references jobs.job on delete cascade,
  version int not null check (version > 0),
  -- Null goes back to what stands above: the organization's profile, or the standard.
  sliders jsonb,
  preferences jsonb not null default '[]',
  wanted jsonb not null default '{}',
  changed_by text not null,
  changed_at timestamptz not null default now()
);
create unique index on matching.profile (organization_id, coalesce(job_id, 0), version);
create index on matching.profile (job_id);

-- The profile that a result was weighed with: standard, organization-3, job-1.
alter table matching.result add column profile text not null default 'standard';

call platform.protect('matching');
