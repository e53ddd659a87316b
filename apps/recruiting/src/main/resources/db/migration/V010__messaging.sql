create schema messaging;

create table messaging.template (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  -- What Crewyard itself sends it for; empty for those that people choose.
  purpose text check (purpose in ('application_received', 'rejection', 'invitation')),
  name text not null check (length(name) between 1 and 120),
  subject text not null check (length(subject) between 1 and 300),
  body text not null check (length(body) between 1 and 20000),
  version int not null default 0,
  unique (organization_id, name),
  unique (organization_id, purpose)
);

-- The outbox: written with the decision that causes it, sent by the worker.
create table messaging.message (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  candidate_id bigint,
  application_id bigint,
  recipient text not null,
  reply_to text,
  sender_name text not null,
  subject text not null,
  -- Private values, such as the candidate's status link, stand here as merge fields until the moment of sending.
  body text not null,
  sealed_values bytea,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'held')),
  failure text,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index on messaging.message (candidate_id, id desc);

call platform.protect('messaging');
