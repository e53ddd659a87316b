alter table deploy.rollout drop constraint rollout_kind_check;
alter table deploy.rollout add constraint rollout_kind_check check (kind in ('DEPLOY', 'ROLLBACK', 'REPAIR'));
