create schema identity;

-- Only that the tenants exist, for work that goes through all of them.
create table identity.tenant (
  id bigint generated always as identity primary key,
  created_at timestamptz not null default now()
);

create table identity.organization (
  organization_id bigint primary key references identity.tenant,
  name text not null check (length(name) between 1 and 200),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  about text not null default '',
  website_url text,
  theme_color text not null default '#1f4d7a' check (theme_color ~ '^#[0-9a-f]{6}$'),
  logo_sha256 text,
  time_zone text not null default 'UTC',
  demonstration boolean not null default false,
  version int not null default 0,
  created_at timestamptz not null default now()
);

create table identity.app_user (
  id bigint generated always as identity primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  email text not null unique check (email = lower(email)),
  full_name text not null,
  role text not null,
  password_hash text,
  disabled_at timestamptz,
  last_login_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now()
);
create index on identity.app_user (organization_id);

create table identity.invitation (
  token_sha256 text primary key,
  organization_id bigint not null default platform.current_organization() references identity.organization,
  user_id bigint not null references identity.app_user on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

-- ES256 keys that sign access tokens; the private half is sealed with the deployment's secret.
create table identity.signing_key (
  kid text primary key,
  public_jwk text not null,
  sealed_private_key bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

create table identity.login_attempt (
  subject_sha256 text primary key,
  failures int not null,
  last_failure_at timestamptz not null
);

create policy reader_of_key on identity.organization for select using (slug = (select platform.current_key()));
create policy reader_of_key on identity.app_user for select using (email = (select platform.current_key()));
create policy reader_of_key on identity.invitation for select using (token_sha256 = (select platform.current_key()));

-- Spring Session's tables, with the library's column names.
create table identity.spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on identity.spring_session (expiry_time);
create index on identity.spring_session (principal_name);
create table identity.spring_session_attributes (
  session_primary_id char(36) not null references identity.spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

call platform.protect('identity');
