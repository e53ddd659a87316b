create schema if not exists deploy;

create table deploy.environment (
    id bigint generated always as identity primary key,
    application text not null,
    name text not null,
    target text not null,
    created_at timestamptz not null default now(),
    destroyed_at timestamptz
);
create unique index environment_alive on deploy.environment (application, name) where destroyed_at is null;

create table deploy.release (
    id bigint generated always as identity primary key,
    environment bigint not null references deploy.environment,
    number int not null,
    -- canonical JSON: what was asked for, resolved, without secrets
    configuration text not null,
    digest text not null,
    actor text not null,
    reason text not null,
    created_at timestamptz not null default now(),
    unique (environment, number)
);

-- Rises with every step of work that somebody takes on, across all environments and engines.
create sequence deploy.fence;

create table deploy.rollout (
    id bigint generated always as identity primary key,
    environment bigint not null references deploy.environment,
    release bigint not null references deploy.release,
    from_release bigint references deploy.release,
    kind text not null check (kind in ('DEPLOY', 'ROLLBACK')),
    strategy text not null,
    state text not null,
    step int not null default 0,
    seq int not null default 0,
    fence bigint not null default 0,
    slot text not null,
    from_slot text,
    -- whether the slot ran already, warm, when this rollout began
    reuses_slot boolean not null default false,
    paused boolean not null default false,
    request text check (request in ('ABORT', 'PROMOTE', 'CLOSE')),
    requested_by text,
    reason text,
    actor text not null,
    plan_hash text not null,
    counters_before text,
    loss text,
    started_at timestamptz not null default now(),
    state_since timestamptz not null default now(),
    live_at timestamptz,
    window_ends_at timestamptz,
    contracted_at timestamptz,
    ended_at timestamptz
);
-- One rollout moves at a time; one that is live and within its window does not move.
create unique index rollout_moving on deploy.rollout (environment)
    where state not in ('LIVE', 'RETIRING', 'CONTRACTING', 'DONE', 'ROLLED_BACK');
create index rollout_by_environment on deploy.rollout (environment, id);

create table deploy.transition (
    rollout bigint not null references deploy.rollout,
    seq int not null,
    from_state text not null,
    to_state text not null,
    step int not null,
    note text not null,
    at timestamptz not null default now(),
    primary key (rollout, seq)
);

-- What runs: at most one slot of an environment is live.
create table deploy.slot (
    environment bigint not null references deploy.environment,
    name text not null,
    release bigint not null references deploy.release,
    state text not null check (state in ('STARTING', 'LIVE', 'WARM', 'GONE')),
    since timestamptz not null default now(),
    primary key (environment, name)
);
create unique index slot_live on deploy.slot (environment) where state = 'LIVE';

create table deploy.audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    environment bigint references deploy.environment,
    actor text not null,
    action text not null,
    details text not null
);

-- db-scheduler's own.
create table deploy.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on deploy.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on deploy.scheduled_tasks (last_heartbeat);
