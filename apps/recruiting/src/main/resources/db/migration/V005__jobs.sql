create schema jobs;

create table jobs.job (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  created_by_user_id bigint references identity.app_user,
  title text not null check (length(title) between 1 and 300),
  department text,
  locations text[] not null default '{}',
  employment_type text,
  remote_option text,
  salary_min bigint,
  salary_max bigint,
  currency text not null default 'USD',
  salary_period text not null default 'year',
  description text,
  required_skills text[] not null default '{}',
  nice_to_have_skills text[] not null default '{}',
  status text not null default 'open' check (status in ('draft', 'open', 'on_hold', 'closed', 'archived')),
  search tsvector not null default '',
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz
);
create index on jobs.job (organization_id, id desc);
create index on jobs.job using gin (search);

create function jobs.search_of(title text, department text, locations text[], skills text[], description text)
  returns tsvector language sql stable
  return setweight(to_tsvector('english', title) || to_tsvector('simple', title), 'A')
    || setweight(to_tsvector('simple', coalesce(department, '') || ' ' || array_to_string(locations, ' ')), 'B')
    || setweight(to_tsvector('simple', array_to_string(skills, ' ')), 'B')
    || setweight(to_tsvector('english', coalesce(description, '')), 'D');

create function jobs.keep_search() returns trigger language plpgsql as $$
begin
  new.search := jobs.search_of(
    new.title, new.department, new.locations, new.required_skills || new.nice_to_have_skills, new.description);
  return new;
end
$$;
create trigger keep_search before insert or update on jobs.job for each row execute function jobs.keep_search();

create table jobs.stage (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  job_id bigint not null references jobs.job on delete cascade,
  ordinal int not null,
  name text not null check (length(name) between 1 and 60),
  slug text not null,
  kind text not null check (kind in ('sourced', 'applied', 'screening', 'interview', 'offer', 'hired')),
  unique (job_id, slug),
  unique (job_id, ordinal) deferrable initially deferred
);

create table jobs.question (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  job_id bigint not null references jobs.job on delete cascade,
  ordinal int not null,
  kind text not null check (kind in
    ('short_text', 'long_text', 'yes_no', 'single_select', 'multi_select', 'number', 'date', 'file')),
  label text not null check (length(label) between 1 and 300),
  help text not null default '',
  required boolean not null default false,
  options text[] not null default '{}'
);
create index on jobs.question (job_id, ordinal);

create table jobs.post (
  job_id bigint primary key references jobs.job on delete cascade,
  organization_id bigint not null default platform.current_organization(),
  state text not null default 'draft' check (state in ('draft', 'published', 'internal', 'closed')),
  published_at timestamptz,
  valid_through date
);
create index on jobs.post (organization_id, state);

create table jobs.team_member (
  job_id bigint not null references jobs.job on delete cascade,
  organization_id bigint not null default platform.current_organization(),
  user_id bigint not null references identity.app_user,
  part text not null check (part in ('recruiter', 'hiring_manager', 'interviewer', 'coordinator')),
  primary key (job_id, user_id)
);

create table jobs.opening (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  job_id bigint not null references jobs.job on delete cascade,
  opened_at timestamptz not null default now(),
  filled_at timestamptz,
  filled_by_application_id bigint unique
);
create index on jobs.opening (job_id);

call platform.protect('jobs');
