create table deploy.pipeline (
    id bigint generated always as identity primary key,
    name text not null unique,
    -- the one that new runs take
    version bigint,
    runs int not null default 0,
    created_at timestamptz not null default now()
);

-- What a file said of a pipeline. Runs keep the one that they began with.
create table deploy.pipeline_version (
    id bigint generated always as identity primary key,
    pipeline bigint not null references deploy.pipeline,
    digest text not null,
    file text not null,
    folder text not null,
    text text not null,
    actor text not null,
    created_at timestamptz not null default now(),
    unique (pipeline, digest)
);
alter table deploy.pipeline add foreign key (version) references deploy.pipeline_version;

create table deploy.pipeline_run (
    id bigint generated always as identity primary key,
    pipeline bigint not null references deploy.pipeline,
    version bigint not null references deploy.pipeline_version,
    number int not null,
    state text not null check (state in ('QUEUED', 'RUNNING', 'PASSED', 'FAILED', 'CANCELLED')),
    -- JSON, as the trigger's facts
    parameters text not null,
    facts text not null,
    -- what may start one run only, such as the delivery of a webhook
    trigger_key text,
    actor text not null,
    concurrency_group text,
    parent_run bigint references deploy.pipeline_run,
    parent_stage text,
    cancelled_by text,
    created_at timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    ended_at timestamptz,
    unique (pipeline, number)
);
create unique index pipeline_run_once on deploy.pipeline_run (pipeline, trigger_key) where trigger_key is not null;
create index pipeline_run_open on deploy.pipeline_run (concurrency_group, id) where state in ('QUEUED', 'RUNNING');

create table deploy.pipeline_stage (
    run bigint not null references deploy.pipeline_run,
    name text not null,
    position int not null,
    state text not null check (state in
        ('WAITING', 'READY', 'RUNNING', 'PASSED', 'FAILED', 'SKIPPED', 'UNREACHED', 'CANCELLED')),
    attempt int not null default 1,
    -- counts what was decided of it; work for an earlier decision is none any more
    seq int not null default 0,
    fence bigint not null default 0,
    -- what its work is known by where it is done: a node, a rollout, another run
    handle text,
    exit_code int,
    approval text check (approval in ('APPROVED', 'REJECTED')),
    approved_by text,
    note text not null default '',
    output text not null default '{}',
    ready_at timestamptz,
    started_at timestamptz,
    attempt_at timestamptz,
    ended_at timestamptz,
    primary key (run, name)
);

-- What commands said, in pieces; positions count bytes within an attempt.
create table deploy.pipeline_log (
    run bigint not null references deploy.pipeline_run,
    stage text not null,
    attempt int not null,
    position bigint not null,
    bytes int not null,
    text text not null,
    primary key (run, stage, attempt, position)
);

-- A state folder whose engine lives.
create table deploy.pipeline_node (
    id text primary key,
    seen_at timestamptz not null
);

-- db-scheduler's own; apart from that of rollouts, so that neither waits for the other.
create table deploy.pipeline_task (
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
create index pipeline_task_due on deploy.pipeline_task (execution_time);
create index pipeline_task_heartbeat on deploy.pipeline_task (last_heartbeat);
