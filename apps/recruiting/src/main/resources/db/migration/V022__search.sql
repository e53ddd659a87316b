create schema search;

-- Searches that people come back to, each its owner's.
create table search.saved_search (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  user_id bigint not null references identity.app_user on delete cascade,
  name text not null check (length(name) between 1 and 120),
  -- As in the address of the page: q=welder&skill=TIG
  parameters text not null check (length(parameters) <= 8000),
  -- Whether its owner is told of candidates who newly fit.
  alerts boolean not null default false,
  -- How far in the journal it was looked for them; empty until those who fit already are known.
  watched_to bigint,
  seen_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (user_id, name)
);
create index on search.saved_search (organization_id) where alerts;

-- Who fits a watched search and was known to, so that each is told of once, whatever changes about them.
create table search.known_match (
  saved_search_id bigint not null references search.saved_search on delete cascade,
  organization_id bigint not null default platform.current_organization(),
  candidate_id bigint not null references candidates.candidate on delete cascade,
  -- When they came to fit; empty for those who did when the search was saved.
  found_at timestamptz,
  primary key (saved_search_id, candidate_id)
);
create index on search.known_match (candidate_id);

call platform.protect('search');
