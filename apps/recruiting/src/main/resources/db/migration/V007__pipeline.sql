create schema pipeline;

create table pipeline.rejection_reason (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  label text not null check (length(label) between 1 and 120),
  unique (organization_id, label)
);

create table pipeline.application (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  job_id bigint not null references jobs.job on delete cascade,
  candidate_id bigint not null references candidates.candidate on delete cascade,
  stage_id bigint not null references jobs.stage,
  state text not null default 'active' check (state in ('active', 'hired', 'rejected', 'withdrawn')),
  source text not null default 'manual',
  fit_score int check (fit_score between 0 and 100),
  match_score int check (match_score between 0 and 100),
  match_reason text,
  reference text not null,
  status_token_sha256 text,
  resume_id bigint references candidates.resume,
  cover_letter text,
  rejection_reason_id bigint references pipeline.rejection_reason,
  applied_at timestamptz not null default now(),
  stage_entered_at timestamptz not null default now(),
  closed_at timestamptz,
  -- Where the last move came from, so that it can be undone once.
  undo_stage_id bigint references jobs.stage on delete set null,
  undo_state text,
  version int not null default 0,
  -- Checked after each statement, not each row, so that a merge can swap the applications of two candidates.
  unique (job_id, candidate_id) deferrable initially immediate,
  unique (organization_id, reference)
);
create index on pipeline.application (organization_id, id desc);
create index on pipeline.application (candidate_id);
create index on pipeline.application (job_id, stage_id, state, stage_entered_at desc, id desc);
create index on pipeline.application (job_id, stage_id, state, (coalesce(fit_score, match_score, -1)) desc, id desc);
create index on pipeline.application (stage_id);
create index on pipeline.application (undo_stage_id);
create unique index on pipeline.application (status_token_sha256);
create policy reader_of_key on pipeline.application for select
  using (status_token_sha256 = (select platform.current_key()));

create table pipeline.answer (
  application_id bigint not null references pipeline.application on delete cascade,
  organization_id bigint not null default platform.current_organization(),
  ordinal int not null,
  question_id bigint,
  label text not null,
  kind text not null,
  value text not null,
  sha256 text,
  primary key (application_id, ordinal)
);

call platform.protect('pipeline');
