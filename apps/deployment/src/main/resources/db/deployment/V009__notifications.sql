-- Who hears of what happens in an environment, as its app spec said when it was deployed to last.
create table deploy.subscription (
    environment bigint not null references deploy.environment,
    position int not null,
    channel text not null check (channel in ('SLACK', 'EMAIL', 'WEBHOOK')),
    -- an e-mail address, a webhook's address, or the engine's variable that has a Slack webhook's
    address text not null,
    -- the engine's variable with the key of a signature
    secret text,
    -- none for all of them
    events text[] not null,
    primary key (environment, position)
);

-- Committed with what it tells of; sent afterwards, as often as it takes.
create table deploy.notification (
    id bigint generated always as identity primary key,
    environment bigint not null references deploy.environment,
    rollout bigint references deploy.rollout,
    event text not null,
    channel text not null,
    address text not null,
    secret text,
    text text not null,
    -- a JSON document, what webhooks get
    document text not null,
    -- what is told once only
    once text unique,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts int not null default 0,
    problem text not null default '',
    created_at timestamptz not null default now(),
    next_at timestamptz,
    ended_at timestamptz
);
create index notification_latest on deploy.notification (environment, id);
