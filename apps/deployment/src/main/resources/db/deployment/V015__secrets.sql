-- Secrets of environments: sealed, or where they are looked up. They outlive their environments.
create table deploy.secret (
    id bigint generated always as identity primary key,
    application text not null,
    environment text not null,
    name text not null,
    -- the name of the key that it is sealed with
    key text,
    -- a nonce of 12 bytes, then the text in AES-256-GCM with its tag
    sealed bytea,
    reference text,
    updated_by text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (application, environment, name),
    check ((sealed is null) <> (reference is null)),
    check ((sealed is null) = (key is null))
);
