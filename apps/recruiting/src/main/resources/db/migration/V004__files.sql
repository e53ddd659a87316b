-- Which stored files an organization has; the bytes are kept by content on disk or in object storage.
create schema files;

create table files.file (
  organization_id bigint not null default platform.current_organization() references identity.organization,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, sha256)
);

call platform.protect('files');
