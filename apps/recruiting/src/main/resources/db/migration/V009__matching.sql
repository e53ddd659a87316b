create schema matching;

create table matching.run (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  direction text not null check (direction in ('candidates_for_job', 'jobs_for_candidate')),
  job_id bigint,
  candidate_id bigint,
  strategy text not null,
  engine text not null,
  asked_by text not null,
  started_at timestamptz not null default now(),
  took interval not null
);
create index on matching.run (organization_id, id desc);

create table matching.result (
  run_id bigint not null references matching.run on delete cascade,
  organization_id bigint not null default platform.current_organization(),
  rank int not null,
  job_id bigint not null,
  candidate_id bigint not null,
  score int not null check (score between 0 and 100),
  reason text not null,
  explanation jsonb not null,
  primary key (run_id, rank)
);

call platform.protect('matching');
