-- Why the present state's work, which is tried until it works, does not work yet.
alter table deploy.rollout add column trouble text;
