-- A command of the live release that runs at times of its own, and until when its times are accounted for.
create table deploy.cron_job (
    environment bigint not null references deploy.environment,
    name text not null,
    seen_until timestamptz not null,
    primary key (environment, name)
);

create table deploy.cron_run (
    id bigint generated always as identity primary key,
    environment bigint not null references deploy.environment,
    release bigint not null references deploy.release,
    job text not null,
    due_at timestamptz not null,
    state text not null check (state in ('DUE', 'RUNNING', 'PASSED', 'FAILED', 'MISSED', 'SKIPPED')),
    note text not null default '',
    -- the end of what it said
    output text not null default '',
    started_at timestamptz,
    ended_at timestamptz,
    unique (environment, job, due_at)
);
create index cron_run_open on deploy.cron_run (environment, job) where state in ('DUE', 'RUNNING');
