-- Environments, by patterns, where somebody else has to approve what is deployed.
create table deploy.protection (
    scope text primary key,
    set_by text not null,
    set_at timestamptz not null default now()
);

-- A plan that was put to somebody; it is good for one rollout of that very plan.
create table deploy.approval (
    id bigint generated always as identity primary key,
    application text not null,
    environment text not null,
    plan_hash text not null,
    plan text not null,
    requested_by text not null,
    requested_at timestamptz not null default now(),
    approved boolean,
    decided_by text check (decided_by <> requested_by),
    decided_at timestamptz,
    rollout bigint references deploy.rollout
);
create unique index approval_open on deploy.approval (application, environment, plan_hash) where approved is null;
