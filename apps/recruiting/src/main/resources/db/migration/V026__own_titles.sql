-- Titles that an organization adds to the taxonomy, as its own skills.
create table vocabulary.title (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  label text not null check (length(label) between 1 and 120),
  synonyms text[] not null default '{}',
  -- Labels of titles that people change to and from.
  related text[] not null default '{}',
  source text not null check (source in ('own', 'esco', 'onet')),
  version int not null default 0,
  changed_at timestamptz not null default now()
);
create unique index on vocabulary.title (organization_id, lower(label));

call platform.protect('vocabulary');
