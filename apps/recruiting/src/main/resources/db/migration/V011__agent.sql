create schema agent;

create table agent.conversation (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  user_id bigint not null references identity.app_user,
  created_at timestamptz not null default now()
);

create table agent.message (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization(),
  conversation_id bigint not null references agent.conversation on delete cascade,
  author text not null check (author in ('user', 'agent')),
  intent text,
  content text not null,
  created_at timestamptz not null default now()
);
create index on agent.message (conversation_id, id);

call platform.protect('agent');
