create schema candidates;

create table candidates.candidate (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  full_name text not null check (length(full_name) between 1 and 300),
  headline text,
  location text,
  experience_years int,
  current_title text,
  current_company text,
  email text,
  phone text,
  linkedin_url text,
  github_url text,
  website_url text,
  notes text,
  -- Labels of the profile's skills, corrections included, to search and match by.
  skills text[] not null default '{}',
  -- Fields that a person decided; a parser fills only the others.
  edited_fields text[] not null default '{}',
  merged_into bigint references candidates.candidate on delete cascade,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on candidates.candidate (organization_id, id desc) where merged_into is null;
create index on candidates.candidate (organization_id, lower(full_name) text_pattern_ops);

-- By what a person is known again: normalised emails, E.164 phones, LinkedIn paths.
create table candidates.identifier (
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  kind text not null check (kind in ('email', 'phone', 'linkedin')),
  value text not null,
  primary key (candidate_id, kind, value)
);
create index on candidates.identifier (organization_id, kind, value);

create table candidates.resume (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  sha256 text not null,
  file_name text not null,
  received_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'parsed', 'unreadable')),
  reason text,
  parser text,
  parsed_at timestamptz,
  content jsonb,
  profile jsonb
);
create index on candidates.resume (candidate_id, id desc);

-- What a person said about a field wins over what a parser finds, now and later.
create table candidates.correction (
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  field text not null,
  value jsonb not null,
  corrected_by bigint not null references identity.app_user,
  corrected_at timestamptz not null default now(),
  primary key (candidate_id, field)
);

create table candidates.note (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  application_id bigint,
  author_id bigint references identity.app_user,
  author_name text not null,
  body text not null check (length(body) between 1 and 20000),
  mentions bigint[] not null default '{}',
  created_at timestamptz not null default now()
);
create index on candidates.note (candidate_id, id desc);

create table candidates.tag (
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  label text not null check (length(label) between 1 and 60),
  primary key (candidate_id, label)
);
create index on candidates.tag (organization_id, label);

create table candidates.task (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  application_id bigint,
  title text not null check (length(title) between 1 and 300),
  due_on date,
  assignee_id bigint references identity.app_user,
  created_by bigint references identity.app_user,
  done_at timestamptz,
  created_at timestamptz not null default now()
);
create index on candidates.task (candidate_id);
create index on candidates.task (organization_id, assignee_id) where done_at is null;

create table candidates.attachment (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  application_id bigint,
  sha256 text not null,
  file_name text not null,
  kind text not null check (kind in ('resume', 'cover_letter', 'answer', 'other')),
  added_by text not null,
  added_at timestamptz not null default now()
);
create index on candidates.attachment (candidate_id, id desc);

-- A merge remembers what it moved, so that it can be undone.
create table candidates.merge (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  kept_id bigint not null references candidates.candidate on delete cascade,
  merged_id bigint not null references candidates.candidate on delete cascade,
  moved jsonb not null,
  merged_by bigint not null references identity.app_user,
  merged_at timestamptz not null default now(),
  undone_at timestamptz
);
create index on candidates.merge (kept_id);

call platform.protect('candidates');
