create table deploy.organization (
    id bigint generated always as identity primary key,
    name text not null unique check (name ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    created_by text not null,
    created_at timestamptz not null default now()
);

-- What an organization owns: an application by its name, a pipeline as scopes name it. It need not be there yet.
create table deploy.belonging (
    what text primary key,
    organization bigint not null references deploy.organization,
    since timestamptz not null default now()
);
create index belonging_of_organization on deploy.belonging (organization);
