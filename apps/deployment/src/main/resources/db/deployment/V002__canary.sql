-- What the router had counted while a canary was watched, as JSON.
create table deploy.canary_snapshot (
    rollout bigint not null references deploy.rollout,
    at timestamptz not null,
    counters text not null,
    primary key (rollout, at)
);

-- What statistics said at the end of a canary's step.
create table deploy.verdict (
    rollout bigint not null references deploy.rollout,
    look int not null,
    looks int not null,
    outcome text not null check (outcome in ('PASS', 'FAIL', 'INSUFFICIENT')),
    -- sentences, a JSON array
    reasons text not null,
    at timestamptz not null,
    primary key (rollout, look)
);
