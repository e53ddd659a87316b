-- How far the demonstration data of an organization has come: the steps of its plan are counted in the transactions that
-- take them, so that a process killed in between goes on where it was and does nothing twice.
create schema demo;

create table demo.progress (
  organization_id bigint primary key default platform.current_organization() references identity.organization,
  done int not null default 0,
  finished boolean not null default false
);

call platform.protect('demo');
