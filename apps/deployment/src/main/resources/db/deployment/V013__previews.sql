-- An environment of a pull request's own; it is there until it has ended.
create table deploy.preview (
    id bigint generated always as identity primary key,
    application text not null,
    number int not null,
    -- its environment's name
    name text not null,
    -- its published port, and all that its services are found at
    port int not null,
    ports int[] not null,
    host text,
    branch text not null,
    commit text not null,
    actor text not null,
    rollout bigint not null references deploy.rollout,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_by text
);
create unique index preview_alive on deploy.preview (application, number) where ended_at is null;

-- What is due at a time: db-scheduler's own; apart from that of rollouts, so that neither waits for the other.
create table deploy.upkeep_task (
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
create index upkeep_task_due on deploy.upkeep_task (execution_time);
create index upkeep_task_heartbeat on deploy.upkeep_task (last_heartbeat);
