-- What a model service was used for, by organization.
create schema openai;

create table openai.usage (
  organization_id bigint not null default platform.current_organization() references identity.organization,
  day date not null,
  model text not null,
  calls bigint not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  primary key (organization_id, day, model)
);

call platform.protect('openai');

-- Vectors of texts, so that no text is embedded twice. They say something about whoever wrote the text, so they belong to
-- the organization that has it, and are forgotten when nobody has asked for them for a while.
create table matching.embedding (
  organization_id bigint not null default platform.current_organization() references identity.organization,
  model text not null,
  text_sha256 bytea not null check (length(text_sha256) = 32),
  vector bytea not null,
  used_on date not null,
  primary key (organization_id, model, text_sha256)
);
create index on matching.embedding (organization_id, used_on);

-- Why a run was not the one that the settings ask for.
alter table matching.run add column fell_back text;

call platform.protect('matching');
