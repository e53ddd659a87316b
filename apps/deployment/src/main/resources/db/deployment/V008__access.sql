-- API tokens. Of the secret there is a hash only.
create table deploy.access_token (
    id bigint generated always as identity primary key,
    name text not null,
    hash bytea not null unique,
    role text not null check (role in ('viewer', 'deployer', 'approver', 'admin')),
    scopes text[] not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_by text,
    revoked_at timestamptz
);
-- The audit knows them by their names.
create unique index access_token_name on deploy.access_token (lower(name)) where revoked_at is null;

-- Who signed in by an identity provider, with the teams that it said they are in.
create table deploy.person (
    id bigint generated always as identity primary key,
    issuer text not null,
    subject text not null,
    name text not null,
    teams text[] not null,
    seen_at timestamptz not null default now(),
    unique (issuer, subject)
);
create unique index person_name on deploy.person (lower(name));

-- What the people of a team may do.
create table deploy.team_grant (
    id bigint generated always as identity primary key,
    team text not null,
    role text not null check (role in ('viewer', 'deployer', 'approver', 'admin')),
    scope text not null,
    unique (team, role, scope)
);
