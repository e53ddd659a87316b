-- Skills that an organization adds to the taxonomy, by hand or from official files, and more names for those it has.
create schema vocabulary;

create table vocabulary.skill (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  label text not null check (length(label) between 1 and 120),
  kind text not null check (kind in ('tool', 'method', 'knowledge', 'licence', 'soft')),
  synonyms text[] not null default '{}',
  -- Labels of broader skills, and of those beside it.
  parents text[] not null default '{}',
  related text[] not null default '{}',
  source text not null check (source in ('own', 'esco', 'onet')),
  version int not null default 0,
  changed_at timestamptz not null default now()
);
create unique index on vocabulary.skill (organization_id, lower(label));

call platform.protect('vocabulary');
