create schema intake;

-- A file whose form was refused for another field: kept, so that the person need not choose it again.
create table intake.kept_upload (
  token_sha256 text primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  sha256 text not null,
  file_name text not null,
  created_at timestamptz not null default now()
);
create index on intake.kept_upload (created_at);

call platform.protect('intake');
