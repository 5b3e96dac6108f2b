-- The tables of the web platform, another program's schema, beside which podctl's own must live: names, columns and
-- types are its own, keys to other tables are left out. Each holds nine rows.

CREATE TABLE tenants (
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  slug varchar(100) NOT NULL,
  domain varchar(255),
  subscription_tier varchar(50) NOT NULL,
  status varchar(50) NOT NULL,
  billing_email varchar(255),
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (tenant_id)
);
INSERT INTO tenants (tenant_id, name, slug, domain, subscription_tier, status, billing_email, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), 'name ' || n, 'slug ' || n, 'domain ' || n, 'subscription_tier ' || n, 'status ' || n, 'billing_email ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE tenant_settings (
  tenant_id uuid NOT NULL,
  setting_key varchar(100) NOT NULL,
  setting_value jsonb NOT NULL,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (tenant_id, setting_key)
);
INSERT INTO tenant_settings (tenant_id, setting_key, setting_value, created_at, updated_at)
  SELECT gen_random_uuid(), 'setting_key ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE tenant_quotas (
  tenant_id uuid NOT NULL,
  quota_type varchar(100) NOT NULL,
  limit_value bigint NOT NULL,
  current_usage bigint,
  reset_period varchar(50),
  last_reset_at timestamptz,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (tenant_id, quota_type)
);
INSERT INTO tenant_quotas (tenant_id, quota_type, limit_value, current_usage, reset_period, last_reset_at, created_at, updated_at)
  SELECT gen_random_uuid(), 'quota_type ' || n, n, n, 'reset_period ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE users (
  user_id uuid NOT NULL,
  email varchar(255) NOT NULL,
  password_hash varchar(255) NOT NULL,
  name varchar(255) NOT NULL,
  role varchar(50) NOT NULL,
  subscription_tier varchar(50) NOT NULL,
  persona_segment varchar(100),
  last_login timestamptz,
  is_active boolean,
  tenant_id uuid,
  email_verified boolean,
  stripe_customer_id varchar(255),
  stripe_subscription_id varchar(255),
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (user_id)
);
INSERT INTO users (user_id, email, password_hash, name, role, subscription_tier, persona_segment, last_login, is_active, tenant_id, email_verified, stripe_customer_id, stripe_subscription_id, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), 'email ' || n, 'password_hash ' || n, 'name ' || n, 'role ' || n, 'subscription_tier ' || n, 'persona_segment ' || n, timestamptz '2026-11-01' + n * interval '1 hour', n % 2 = 0, gen_random_uuid(), n % 2 = 0, 'stripe_customer_id ' || n, 'stripe_subscription_id ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE user_email_preferences (
  user_id uuid NOT NULL,
  email_notifications boolean,
  sponsorship_alerts boolean,
  weekly_reports boolean,
  system_updates boolean,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (user_id)
);
INSERT INTO user_email_preferences (user_id, email_notifications, sponsorship_alerts, weekly_reports, system_updates, created_at, updated_at)
  SELECT gen_random_uuid(), n % 2 = 0, n % 2 = 0, n % 2 = 0, n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE user_metrics (
  user_id uuid NOT NULL,
  metric_name varchar(100) NOT NULL,
  metric_value numeric(15,4),
  recorded_at timestamptz,
  PRIMARY KEY (user_id, metric_name)
);
INSERT INTO user_metrics (user_id, metric_name, metric_value, recorded_at)
  SELECT gen_random_uuid(), 'metric_name ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE email_verification_tokens (
  token_id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash varchar(64) NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz,
  PRIMARY KEY (token_id)
);
INSERT INTO email_verification_tokens (token_id, user_id, token_hash, expires_at, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'token_hash ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE password_reset_tokens (
  token_id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash varchar(64) NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz,
  PRIMARY KEY (token_id)
);
INSERT INTO password_reset_tokens (token_id, user_id, token_hash, expires_at, used_at, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'token_hash ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE refresh_tokens (
  token_id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash varchar(64) NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  created_at timestamptz,
  PRIMARY KEY (token_id)
);
INSERT INTO refresh_tokens (token_id, user_id, token_hash, expires_at, last_used_at, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'token_hash ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE roles (
  role_id uuid NOT NULL,
  tenant_id uuid,
  role_name varchar(100) NOT NULL,
  role_type varchar(50) NOT NULL,
  description text,
  permissions jsonb,
  metadata jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (role_id)
);
INSERT INTO roles (role_id, tenant_id, role_name, role_type, description, permissions, metadata, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'role_name ' || n, 'role_type ' || n, 'description ' || n, jsonb_build_object('n', n), jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE permissions (
  permission_id uuid NOT NULL,
  tenant_id uuid,
  permission_name varchar(100) NOT NULL,
  resource_type varchar(100) NOT NULL,
  action varchar(50) NOT NULL,
  description text,
  conditions jsonb,
  created_at timestamptz,
  PRIMARY KEY (permission_id)
);
INSERT INTO permissions (permission_id, tenant_id, permission_name, resource_type, action, description, conditions, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'permission_name ' || n, 'resource_type ' || n, 'action ' || n, 'description ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE user_roles (
  user_role_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid NOT NULL,
  role_id uuid NOT NULL,
  assigned_at timestamptz,
  assigned_by uuid,
  expires_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (user_role_id)
);
INSERT INTO user_roles (user_role_id, tenant_id, user_id, role_id, assigned_at, assigned_by, expires_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE role_permissions (
  role_permission_id uuid NOT NULL,
  tenant_id uuid,
  role_id uuid NOT NULL,
  permission_id uuid NOT NULL,
  conditions jsonb,
  created_at timestamptz,
  PRIMARY KEY (role_permission_id)
);
INSERT INTO role_permissions (role_permission_id, tenant_id, role_id, permission_id, conditions, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE resource_ownership (
  ownership_id uuid NOT NULL,
  tenant_id uuid,
  resource_type varchar(100) NOT NULL,
  resource_id varchar(255) NOT NULL,
  owner_id uuid NOT NULL,
  owner_type varchar(50),
  created_at timestamptz,
  PRIMARY KEY (ownership_id)
);
INSERT INTO resource_ownership (ownership_id, tenant_id, resource_type, resource_id, owner_id, owner_type, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'resource_type ' || n, 'resource_id ' || n, gen_random_uuid(), 'owner_type ' || n, timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE access_control_policies (
  policy_id uuid NOT NULL,
  tenant_id uuid,
  policy_name varchar(255) NOT NULL,
  policy_type varchar(50) NOT NULL,
  resource_type varchar(100) NOT NULL,
  action varchar(50) NOT NULL,
  conditions jsonb NOT NULL,
  effect varchar(50) NOT NULL,
  priority integer,
  enabled boolean,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (policy_id)
);
INSERT INTO access_control_policies (policy_id, tenant_id, policy_name, policy_type, resource_type, action, conditions, effect, priority, enabled, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'policy_name ' || n, 'policy_type ' || n, 'resource_type ' || n, 'action ' || n, jsonb_build_object('n', n), 'effect ' || n, n, n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE access_logs (
  log_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid,
  resource_type varchar(100) NOT NULL,
  resource_id varchar(255),
  action varchar(50) NOT NULL,
  allowed boolean NOT NULL,
  policy_applied uuid,
  decision_reason text,
  ip_address inet,
  user_agent text,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (log_id)
);
INSERT INTO access_logs (log_id, tenant_id, user_id, resource_type, resource_id, action, allowed, policy_applied, decision_reason, ip_address, user_agent, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'resource_type ' || n, 'resource_id ' || n, 'action ' || n, n % 2 = 0, gen_random_uuid(), 'decision_reason ' || n, '192.0.2.1'::inet, 'user_agent ' || n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE podcasts (
  podcast_id uuid NOT NULL,
  user_id uuid NOT NULL,
  title varchar(500) NOT NULL,
  description text,
  author varchar(255),
  image_url varchar(1000),
  feed_url varchar(1000) NOT NULL,
  website_url varchar(1000),
  language varchar(10),
  category varchar(100),
  explicit boolean,
  platform_configs jsonb,
  ingestion_status varchar(50),
  last_ingested_at timestamptz,
  tenant_id uuid,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (podcast_id)
);
INSERT INTO podcasts (podcast_id, user_id, title, description, author, image_url, feed_url, website_url, language, category, explicit, platform_configs, ingestion_status, last_ingested_at, tenant_id, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'title ' || n, 'description ' || n, 'author ' || n, 'image_url ' || n, 'feed_url ' || n, 'website_url ' || n, n::text, 'category ' || n, n % 2 = 0, jsonb_build_object('n', n), 'ingestion_status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE episodes (
  episode_id uuid NOT NULL,
  podcast_id uuid NOT NULL,
  guid varchar(500) NOT NULL,
  title varchar(500) NOT NULL,
  description text,
  audio_url varchar(1000) NOT NULL,
  duration_seconds integer,
  publish_date timestamptz NOT NULL,
  link varchar(1000),
  author varchar(255),
  categories text[],
  explicit boolean,
  transcript_url varchar(1000),
  transcript_status varchar(50),
  ad_slots jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (episode_id)
);
INSERT INTO episodes (episode_id, podcast_id, guid, title, description, audio_url, duration_seconds, publish_date, link, author, categories, explicit, transcript_url, transcript_status, ad_slots, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'guid ' || n, 'title ' || n, 'description ' || n, 'audio_url ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour', 'link ' || n, 'author ' || n, '{}', n % 2 = 0, 'transcript_url ' || n, 'transcript_status ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE transcripts (
  transcript_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  status varchar(50) NOT NULL,
  source varchar(50) NOT NULL,
  language varchar(10),
  transcript_text text,
  transcript_json jsonb,
  word_count integer,
  duration_seconds integer,
  processing_started_at timestamptz,
  processing_completed_at timestamptz,
  error_message text,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (transcript_id)
);
INSERT INTO transcripts (transcript_id, episode_id, status, source, language, transcript_text, transcript_json, word_count, duration_seconds, processing_started_at, processing_completed_at, error_message, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'status ' || n, 'source ' || n, n::text, 'transcript_text ' || n, jsonb_build_object('n', n), n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', 'error_message ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE sponsors (
  sponsor_id uuid NOT NULL,
  user_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  company varchar(255),
  email varchar(255),
  contact_name varchar(255),
  phone varchar(50),
  website varchar(1000),
  logo_url varchar(1000),
  industry varchar(100),
  tenant_id uuid,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (sponsor_id)
);
INSERT INTO sponsors (sponsor_id, user_id, name, company, email, contact_name, phone, website, logo_url, industry, tenant_id, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'name ' || n, 'company ' || n, 'email ' || n, 'contact_name ' || n, 'phone ' || n, 'website ' || n, 'logo_url ' || n, 'industry ' || n, gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE matches (
  match_id uuid NOT NULL,
  tenant_id uuid,
  advertiser_id uuid,
  podcast_id uuid,
  score numeric(5,2) NOT NULL,
  rationale text,
  signals jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (match_id)
);
INSERT INTO matches (match_id, tenant_id, advertiser_id, podcast_id, score, rationale, signals, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), n, 'rationale ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE campaigns (
  campaign_id uuid NOT NULL,
  user_id uuid NOT NULL,
  podcast_id uuid NOT NULL,
  sponsor_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  status varchar(50) NOT NULL,
  start_date timestamptz NOT NULL,
  end_date timestamptz NOT NULL,
  campaign_value numeric(10,2) NOT NULL,
  episode_ids uuid,
  attribution_config jsonb NOT NULL,
  notes text,
  tenant_id uuid,
  stage varchar(50),
  stage_changed_at timestamptz,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (campaign_id)
);
INSERT INTO campaigns (campaign_id, user_id, podcast_id, sponsor_id, name, status, start_date, end_date, campaign_value, episode_ids, attribution_config, notes, tenant_id, stage, stage_changed_at, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'name ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', n, gen_random_uuid(), jsonb_build_object('n', n), 'notes ' || n, gen_random_uuid(), 'stage ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE ad_units (
  ad_unit_id uuid NOT NULL,
  tenant_id uuid,
  podcast_id uuid,
  name varchar(255) NOT NULL,
  duration_seconds integer,
  position varchar(50) NOT NULL,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (ad_unit_id)
);
INSERT INTO ad_units (ad_unit_id, tenant_id, podcast_id, name, duration_seconds, position, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'name ' || n, n, 'position ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE io_bookings (
  io_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  ad_unit_id uuid,
  episode_id uuid,
  flight_start timestamptz NOT NULL,
  flight_end timestamptz NOT NULL,
  booked_impressions integer,
  booked_cpm_cents integer,
  promo_code text,
  vanity_url text,
  status varchar(50) NOT NULL,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (io_id)
);
INSERT INTO io_bookings (io_id, tenant_id, campaign_id, ad_unit_id, episode_id, flight_start, flight_end, booked_impressions, booked_cpm_cents, promo_code, vanity_url, status, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', n, n, 'promo_code ' || n, 'vanity_url ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE listener_events (
  event_id uuid NOT NULL,
  timestamp timestamptz NOT NULL,
  podcast_id uuid NOT NULL,
  episode_id uuid,
  campaign_id uuid,
  event_type varchar(50) NOT NULL,
  platform varchar(100),
  country_code varchar(2),
  device_type varchar(50),
  device_os varchar(50),
  listen_duration_seconds integer,
  completion_rate numeric(5,4),
  user_agent text,
  ip_address inet,
  session_id varchar(255),
  tenant_id uuid,
  metadata jsonb,
  PRIMARY KEY (event_id)
);
INSERT INTO listener_events (event_id, timestamp, podcast_id, episode_id, campaign_id, event_type, platform, country_code, device_type, device_os, listen_duration_seconds, completion_rate, user_agent, ip_address, session_id, tenant_id, metadata)
  SELECT gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'event_type ' || n, 'platform ' || n, n::text, 'device_type ' || n, 'device_os ' || n, n, n, 'user_agent ' || n, '192.0.2.1'::inet, 'session_id ' || n, gen_random_uuid(), jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE listener_metrics (
  timestamp timestamptz NOT NULL,
  podcast_id uuid NOT NULL,
  episode_id uuid,
  metric_type varchar(50) NOT NULL,
  value numeric(10,2) NOT NULL,
  platform varchar(100),
  country varchar(100),
  device varchar(100),
  tenant_id uuid,
  metadata jsonb
);
INSERT INTO listener_metrics (timestamp, podcast_id, episode_id, metric_type, value, platform, country, device, tenant_id, metadata)
  SELECT timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), gen_random_uuid(), 'metric_type ' || n, n, 'platform ' || n, 'country ' || n, 'device ' || n, gen_random_uuid(), jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE attribution_events (
  event_id uuid NOT NULL,
  timestamp timestamptz NOT NULL,
  campaign_id uuid NOT NULL,
  podcast_id uuid NOT NULL,
  episode_id uuid,
  attribution_method varchar(50) NOT NULL,
  attribution_data jsonb NOT NULL,
  conversion_data jsonb,
  listener_event_id uuid,
  user_id varchar(255),
  session_id varchar(255),
  device_id varchar(255),
  cross_device_match_id uuid,
  demographic_lift jsonb,
  tenant_id uuid,
  metadata jsonb,
  PRIMARY KEY (event_id)
);
INSERT INTO attribution_events (event_id, timestamp, campaign_id, podcast_id, episode_id, attribution_method, attribution_data, conversion_data, listener_event_id, user_id, session_id, device_id, cross_device_match_id, demographic_lift, tenant_id, metadata)
  SELECT gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'attribution_method ' || n, jsonb_build_object('n', n), jsonb_build_object('n', n), gen_random_uuid(), 'user_id ' || n, 'session_id ' || n, 'device_id ' || n, gen_random_uuid(), jsonb_build_object('n', n), gen_random_uuid(), jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE attribution_event_metadata (
  event_id uuid NOT NULL,
  page_url text,
  referrer text,
  user_agent text,
  utm_source varchar(255),
  utm_medium varchar(255),
  utm_campaign varchar(255),
  utm_content varchar(255),
  utm_term varchar(255),
  metadata jsonb,
  created_at timestamptz,
  PRIMARY KEY (event_id)
);
INSERT INTO attribution_event_metadata (event_id, page_url, referrer, user_agent, utm_source, utm_medium, utm_campaign, utm_content, utm_term, metadata, created_at)
  SELECT gen_random_uuid(), 'page_url ' || n, 'referrer ' || n, 'user_agent ' || n, 'utm_source ' || n, 'utm_medium ' || n, 'utm_campaign ' || n, 'utm_content ' || n, 'utm_term ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE attribution_models (
  model_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  model_type varchar(50) NOT NULL,
  configuration jsonb NOT NULL,
  is_active boolean,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (model_id)
);
INSERT INTO attribution_models (model_id, tenant_id, campaign_id, model_type, configuration, is_active, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'model_type ' || n, jsonb_build_object('n', n), n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE attribution_paths (
  path_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  user_id varchar(255),
  session_id varchar(255),
  device_id varchar(255),
  conversion_id uuid,
  touchpoints jsonb NOT NULL,
  conversion_value numeric(10,2),
  conversion_type varchar(50),
  first_touch_at timestamptz,
  last_touch_at timestamptz,
  conversion_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (path_id)
);
INSERT INTO attribution_paths (path_id, tenant_id, campaign_id, user_id, session_id, device_id, conversion_id, touchpoints, conversion_value, conversion_type, first_touch_at, last_touch_at, conversion_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'user_id ' || n, 'session_id ' || n, 'device_id ' || n, gen_random_uuid(), jsonb_build_object('n', n), n, 'conversion_type ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE attribution_validations (
  validation_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  model_id uuid,
  validation_type varchar(50) NOT NULL,
  ground_truth_value numeric(10,2),
  predicted_value numeric(10,2),
  accuracy_score numeric(5,4),
  confidence_interval_lower numeric(10,2),
  confidence_interval_upper numeric(10,2),
  validation_status varchar(50),
  validated_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (validation_id)
);
INSERT INTO attribution_validations (validation_id, tenant_id, campaign_id, model_id, validation_type, ground_truth_value, predicted_value, accuracy_score, confidence_interval_lower, confidence_interval_upper, validation_status, validated_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'validation_type ' || n, n, n, n, n, n, 'validation_status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE attribution_analytics (
  analytics_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  model_id uuid,
  date date NOT NULL,
  metric_type varchar(50) NOT NULL,
  metric_value numeric(10,2) NOT NULL,
  breakdown jsonb,
  created_at timestamptz,
  PRIMARY KEY (analytics_id)
);
INSERT INTO attribution_analytics (analytics_id, tenant_id, campaign_id, model_id, date, metric_type, metric_value, breakdown, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', 'metric_type ' || n, n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE conversion_events (
  conversion_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  timestamp timestamptz NOT NULL,
  platform varchar(50) NOT NULL,
  conversion_type varchar(50) NOT NULL,
  conversion_value numeric(10,2),
  currency varchar(3),
  user_id varchar(255),
  session_id varchar(255),
  device_id varchar(255),
  ip_address inet,
  user_agent text,
  referrer_url varchar(1000),
  landing_page_url varchar(1000),
  conversion_data jsonb,
  attribution_data jsonb,
  metadata jsonb,
  PRIMARY KEY (conversion_id)
);
INSERT INTO conversion_events (conversion_id, tenant_id, campaign_id, timestamp, platform, conversion_type, conversion_value, currency, user_id, session_id, device_id, ip_address, user_agent, referrer_url, landing_page_url, conversion_data, attribution_data, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', 'platform ' || n, 'conversion_type ' || n, n, n::text, 'user_id ' || n, 'session_id ' || n, 'device_id ' || n, '192.0.2.1'::inet, 'user_agent ' || n, 'referrer_url ' || n, 'landing_page_url ' || n, jsonb_build_object('n', n), jsonb_build_object('n', n), jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE offline_conversions (
  offline_conversion_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  conversion_date date NOT NULL,
  conversion_type varchar(50) NOT NULL,
  conversion_value numeric(10,2),
  currency varchar(3),
  customer_id varchar(255),
  order_id varchar(255),
  store_location varchar(255),
  import_source varchar(100),
  import_batch_id uuid,
  imported_at timestamptz,
  matched_to_attribution boolean,
  matched_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (offline_conversion_id)
);
INSERT INTO offline_conversions (offline_conversion_id, tenant_id, campaign_id, conversion_date, conversion_type, conversion_value, currency, customer_id, order_id, store_location, import_source, import_batch_id, imported_at, matched_to_attribution, matched_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', 'conversion_type ' || n, n, n::text, 'customer_id ' || n, 'order_id ' || n, 'store_location ' || n, 'import_source ' || n, gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE user_journeys (
  journey_id uuid NOT NULL,
  tenant_id uuid,
  user_id varchar(255),
  unified_user_id uuid,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  devices jsonb,
  sessions jsonb,
  touchpoints jsonb,
  conversions jsonb,
  metadata jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (journey_id)
);
INSERT INTO user_journeys (journey_id, tenant_id, user_id, unified_user_id, first_seen_at, last_seen_at, devices, sessions, touchpoints, conversions, metadata, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'user_id ' || n, gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n), jsonb_build_object('n', n), jsonb_build_object('n', n), jsonb_build_object('n', n), jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE device_fingerprints (
  fingerprint_id uuid NOT NULL,
  tenant_id uuid,
  device_id varchar(255) NOT NULL,
  fingerprint_hash varchar(255) NOT NULL,
  device_type varchar(50),
  device_os varchar(50),
  browser varchar(100),
  screen_resolution varchar(50),
  timezone varchar(50),
  language varchar(10),
  ip_address inet,
  user_agent text,
  unified_user_id uuid,
  first_seen_at timestamptz,
  last_seen_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (fingerprint_id)
);
INSERT INTO device_fingerprints (fingerprint_id, tenant_id, device_id, fingerprint_hash, device_type, device_os, browser, screen_resolution, timezone, language, ip_address, user_agent, unified_user_id, first_seen_at, last_seen_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'device_id ' || n, 'fingerprint_hash ' || n, 'device_type ' || n, 'device_os ' || n, 'browser ' || n, 'screen_resolution ' || n, 'timezone ' || n, n::text, '192.0.2.1'::inet, 'user_agent ' || n, gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE reports (
  report_id uuid NOT NULL,
  user_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  template_id varchar(100) NOT NULL,
  report_type varchar(50) NOT NULL,
  format varchar(50) NOT NULL,
  file_url varchar(1000),
  file_size_bytes bigint,
  includes_roi boolean,
  includes_attribution boolean,
  includes_benchmarks boolean,
  date_range_start timestamptz,
  date_range_end timestamptz,
  generated_at timestamptz,
  tenant_id uuid,
  metadata jsonb,
  PRIMARY KEY (report_id)
);
INSERT INTO reports (report_id, user_id, campaign_id, template_id, report_type, format, file_url, file_size_bytes, includes_roi, includes_attribution, includes_benchmarks, date_range_start, date_range_end, generated_at, tenant_id, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'template_id ' || n, 'report_type ' || n, 'format ' || n, 'file_url ' || n, n, n % 2 = 0, n % 2 = 0, n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE etl_imports (
  import_id uuid NOT NULL,
  tenant_id uuid,
  source varchar(100) NOT NULL,
  file_name varchar(500),
  status varchar(50) NOT NULL,
  records_imported integer,
  records_failed integer,
  error_message text,
  started_at timestamptz,
  completed_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (import_id)
);
INSERT INTO etl_imports (import_id, tenant_id, source, file_name, status, records_imported, records_failed, error_message, started_at, completed_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'source ' || n, 'file_name ' || n, 'status ' || n, n, n, 'error_message ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE subscription_tiers (
  tier_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  tier_name varchar(50) NOT NULL,
  monthly_price_cents bigint,
  ai_tokens_included integer,
  api_calls_included integer,
  advanced_analytics_enabled boolean,
  white_label_enabled boolean,
  max_podcasts integer,
  max_episodes_per_month integer,
  max_users integer,
  features jsonb,
  starts_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (tier_id)
);
INSERT INTO subscription_tiers (tier_id, tenant_id, tier_name, monthly_price_cents, ai_tokens_included, api_calls_included, advanced_analytics_enabled, white_label_enabled, max_podcasts, max_episodes_per_month, max_users, features, starts_at, ends_at, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'tier_name ' || n, n, n, n, n % 2 = 0, n % 2 = 0, n, n, n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE billing_transactions (
  transaction_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  transaction_type varchar(50) NOT NULL,
  amount_cents bigint NOT NULL,
  currency varchar(3),
  status varchar(50) NOT NULL,
  payment_method varchar(50),
  payment_provider varchar(50),
  external_transaction_id varchar(255),
  description text,
  completed_at timestamptz,
  metadata jsonb,
  created_at timestamptz,
  PRIMARY KEY (transaction_id)
);
INSERT INTO billing_transactions (transaction_id, tenant_id, transaction_type, amount_cents, currency, status, payment_method, payment_provider, external_transaction_id, description, completed_at, metadata, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'transaction_type ' || n, n, n::text, 'status ' || n, 'payment_method ' || n, 'payment_provider ' || n, 'external_transaction_id ' || n, 'description ' || n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE ai_token_balances (
  balance_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  tokens_purchased integer,
  tokens_used integer,
  tokens_remaining integer,
  last_purchase_at timestamptz,
  last_usage_at timestamptz,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (balance_id)
);
INSERT INTO ai_token_balances (balance_id, tenant_id, tokens_purchased, tokens_used, tokens_remaining, last_purchase_at, last_usage_at, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE ai_token_usage (
  usage_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  user_id uuid,
  feature_type varchar(100) NOT NULL,
  tokens_used integer NOT NULL,
  cost_cents integer NOT NULL,
  request_id varchar(255),
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (usage_id)
);
INSERT INTO ai_token_usage (usage_id, tenant_id, user_id, feature_type, tokens_used, cost_cents, request_id, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'feature_type ' || n, n, n, 'request_id ' || n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE api_usage (
  usage_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  api_key_id uuid,
  endpoint varchar(255) NOT NULL,
  method varchar(10) NOT NULL,
  status_code integer,
  response_time_ms integer,
  cost_cents integer,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (usage_id)
);
INSERT INTO api_usage (usage_id, tenant_id, api_key_id, endpoint, method, status_code, response_time_ms, cost_cents, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'endpoint ' || n, n::text, n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE white_label_settings (
  setting_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  brand_name varchar(255),
  logo_url varchar(500),
  primary_color varchar(7),
  secondary_color varchar(7),
  custom_domain varchar(255),
  custom_css text,
  email_from_name varchar(255),
  email_from_address varchar(255),
  support_email varchar(255),
  support_url varchar(500),
  enabled boolean,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (setting_id)
);
INSERT INTO white_label_settings (setting_id, tenant_id, brand_name, logo_url, primary_color, secondary_color, custom_domain, custom_css, email_from_name, email_from_address, support_email, support_url, enabled, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'brand_name ' || n, 'logo_url ' || n, n::text, n::text, 'custom_domain ' || n, 'custom_css ' || n, 'email_from_name ' || n, 'email_from_address ' || n, 'support_email ' || n, 'support_url ' || n, n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE agencies (
  agency_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  slug varchar(100) NOT NULL,
  contact_email varchar(255),
  contact_phone varchar(50),
  commission_rate_percent numeric(5,2),
  status varchar(50) NOT NULL,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (agency_id)
);
INSERT INTO agencies (agency_id, tenant_id, name, slug, contact_email, contact_phone, commission_rate_percent, status, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'name ' || n, 'slug ' || n, 'contact_email ' || n, 'contact_phone ' || n, n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE affiliates (
  affiliate_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  agency_id uuid,
  name varchar(255) NOT NULL,
  email varchar(255),
  referral_code varchar(50) NOT NULL,
  commission_rate_percent numeric(5,2),
  status varchar(50) NOT NULL,
  total_referrals integer,
  total_commission_cents bigint,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (affiliate_id)
);
INSERT INTO affiliates (affiliate_id, tenant_id, agency_id, name, email, referral_code, commission_rate_percent, status, total_referrals, total_commission_cents, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'name ' || n, 'email ' || n, 'referral_code ' || n, n, 'status ' || n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE referrals (
  referral_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  affiliate_id uuid NOT NULL,
  referred_tenant_id uuid,
  referral_code varchar(50) NOT NULL,
  conversion_status varchar(50),
  conversion_value_cents bigint,
  commission_cents bigint,
  converted_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (referral_id)
);
INSERT INTO referrals (referral_id, tenant_id, affiliate_id, referred_tenant_id, referral_code, conversion_status, conversion_value_cents, commission_cents, converted_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'referral_code ' || n, 'conversion_status ' || n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE referral_commissions (
  commission_id uuid NOT NULL,
  referral_id uuid NOT NULL,
  amount numeric(12,2) NOT NULL,
  revenue_amount numeric(12,2) NOT NULL,
  commission_rate numeric(5,4) NOT NULL,
  period_start timestamptz NOT NULL,
  period_end timestamptz NOT NULL,
  status varchar(50) NOT NULL,
  paid_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (commission_id)
);
INSERT INTO referral_commissions (commission_id, referral_id, amount, revenue_amount, commission_rate, period_start, period_end, status, paid_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE marketplace_listings (
  listing_id uuid NOT NULL,
  marketplace_type varchar(50) NOT NULL,
  app_id varchar(255),
  app_name varchar(255) NOT NULL,
  app_description text,
  status varchar(50) NOT NULL,
  revenue_share_rate numeric(5,4) NOT NULL,
  total_revenue numeric(12,2),
  total_installs integer,
  published_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (listing_id)
);
INSERT INTO marketplace_listings (listing_id, marketplace_type, app_id, app_name, app_description, status, revenue_share_rate, total_revenue, total_installs, published_at, created_at, metadata)
  SELECT gen_random_uuid(), 'marketplace_type ' || n, 'app_id ' || n, 'app_name ' || n, 'app_description ' || n, 'status ' || n, n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE marketplace_revenue (
  revenue_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  customer_id uuid,
  total_revenue numeric(12,2) NOT NULL,
  marketplace_share numeric(12,2) NOT NULL,
  our_revenue numeric(12,2) NOT NULL,
  revenue_share_rate numeric(5,4) NOT NULL,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (revenue_id)
);
INSERT INTO marketplace_revenue (revenue_id, listing_id, customer_id, total_revenue, marketplace_share, our_revenue, revenue_share_rate, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), n, n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE partners (
  partner_id uuid NOT NULL,
  partner_name varchar(255) NOT NULL,
  partner_type varchar(50) NOT NULL,
  contact_email varchar(255),
  status varchar(50) NOT NULL,
  partnership_start_date timestamptz,
  partnership_end_date timestamptz,
  metadata jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (partner_id)
);
INSERT INTO partners (partner_id, partner_name, partner_type, contact_email, status, partnership_start_date, partnership_end_date, metadata, created_at, updated_at)
  SELECT gen_random_uuid(), 'partner_name ' || n, 'partner_type ' || n, 'contact_email ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE partner_integrations (
  integration_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  integration_type varchar(50) NOT NULL,
  integration_status varchar(50) NOT NULL,
  api_credentials jsonb,
  webhook_url text,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (integration_id)
);
INSERT INTO partner_integrations (integration_id, partner_id, integration_type, integration_status, api_credentials, webhook_url, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'integration_type ' || n, 'integration_status ' || n, jsonb_build_object('n', n), 'webhook_url ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE ai_insights (
  insight_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  episode_id uuid,
  insight_type varchar(50) NOT NULL,
  content text,
  summary text,
  sentiment_score numeric(3,2),
  topics jsonb,
  keywords jsonb,
  recommendations jsonb,
  confidence_score numeric(3,2),
  model_version varchar(50),
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (insight_id)
);
INSERT INTO ai_insights (insight_id, tenant_id, campaign_id, episode_id, insight_type, content, summary, sentiment_score, topics, keywords, recommendations, confidence_score, model_version, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'insight_type ' || n, 'content ' || n, 'summary ' || n, n, jsonb_build_object('n', n), jsonb_build_object('n', n), jsonb_build_object('n', n), n, 'model_version ' || n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE predictions (
  prediction_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  prediction_type varchar(50) NOT NULL,
  predicted_value numeric(10,2),
  confidence_interval_lower numeric(10,2),
  confidence_interval_upper numeric(10,2),
  actual_value numeric(10,2),
  accuracy_score numeric(5,4),
  model_version varchar(50),
  input_features jsonb,
  validated_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (prediction_id)
);
INSERT INTO predictions (prediction_id, tenant_id, campaign_id, prediction_type, predicted_value, confidence_interval_lower, confidence_interval_upper, actual_value, accuracy_score, model_version, input_features, validated_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'prediction_type ' || n, n, n, n, n, n, 'model_version ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE recommendations (
  recommendation_id uuid NOT NULL,
  tenant_id uuid,
  campaign_id uuid,
  user_id uuid,
  recommendation_type varchar(50) NOT NULL,
  title varchar(255) NOT NULL,
  description text,
  action_items jsonb,
  expected_impact varchar(50),
  priority varchar(50),
  status varchar(50),
  accepted_at timestamptz,
  implemented_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (recommendation_id)
);
INSERT INTO recommendations (recommendation_id, tenant_id, campaign_id, user_id, recommendation_type, title, description, action_items, expected_impact, priority, status, accepted_at, implemented_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'recommendation_type ' || n, 'title ' || n, 'description ' || n, jsonb_build_object('n', n), 'expected_impact ' || n, 'priority ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE cost_allocations (
  allocation_id uuid NOT NULL,
  tenant_id uuid,
  date date NOT NULL,
  cost_type varchar(50) NOT NULL,
  service_name varchar(100) NOT NULL,
  resource_id varchar(255),
  amount numeric(10,4) NOT NULL,
  currency varchar(3),
  unit varchar(50),
  quantity numeric(10,4),
  metadata jsonb,
  created_at timestamptz,
  PRIMARY KEY (allocation_id)
);
INSERT INTO cost_allocations (allocation_id, tenant_id, date, cost_type, service_name, resource_id, amount, currency, unit, quantity, metadata, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', 'cost_type ' || n, 'service_name ' || n, 'resource_id ' || n, n, n::text, 'unit ' || n, n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE resource_usage (
  usage_id uuid NOT NULL,
  tenant_id uuid,
  timestamp timestamptz NOT NULL,
  resource_type varchar(50) NOT NULL,
  resource_id varchar(255),
  metric_name varchar(100) NOT NULL,
  metric_value numeric(10,4) NOT NULL,
  unit varchar(50),
  metadata jsonb,
  created_at timestamptz,
  PRIMARY KEY (usage_id)
);
INSERT INTO resource_usage (usage_id, tenant_id, timestamp, resource_type, resource_id, metric_name, metric_value, unit, metadata, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', 'resource_type ' || n, 'resource_id ' || n, 'metric_name ' || n, n, 'unit ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE cost_alerts (
  alert_id uuid NOT NULL,
  tenant_id uuid,
  alert_type varchar(50) NOT NULL,
  threshold_percentage numeric(5,2),
  threshold_amount numeric(10,2),
  current_amount numeric(10,2),
  budget_period varchar(50),
  status varchar(50),
  triggered_at timestamptz,
  acknowledged_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (alert_id)
);
INSERT INTO cost_alerts (alert_id, tenant_id, alert_type, threshold_percentage, threshold_amount, current_amount, budget_period, status, triggered_at, acknowledged_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'alert_type ' || n, n, n, n, 'budget_period ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE audit_logs (
  log_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid,
  action varchar(100) NOT NULL,
  resource_type varchar(50) NOT NULL,
  resource_id varchar(255),
  ip_address inet,
  user_agent text,
  request_method varchar(10),
  request_path varchar(500),
  request_body jsonb,
  response_status integer,
  success boolean,
  error_message text,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (log_id)
);
INSERT INTO audit_logs (log_id, tenant_id, user_id, action, resource_type, resource_id, ip_address, user_agent, request_method, request_path, request_body, response_status, success, error_message, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'action ' || n, 'resource_type ' || n, 'resource_id ' || n, '192.0.2.1'::inet, 'user_agent ' || n, n::text, 'request_path ' || n, jsonb_build_object('n', n), n, n % 2 = 0, 'error_message ' || n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE security_events (
  event_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid,
  event_type varchar(50) NOT NULL,
  severity varchar(50) NOT NULL,
  ip_address inet,
  user_agent text,
  description text,
  resolved boolean,
  resolved_at timestamptz,
  resolved_by uuid,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (event_id)
);
INSERT INTO security_events (event_id, tenant_id, user_id, event_type, severity, ip_address, user_agent, description, resolved, resolved_at, resolved_by, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'event_type ' || n, 'severity ' || n, '192.0.2.1'::inet, 'user_agent ' || n, 'description ' || n, n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE api_keys (
  key_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid,
  key_hash varchar(255) NOT NULL,
  key_prefix varchar(20) NOT NULL,
  name varchar(255) NOT NULL,
  permissions jsonb,
  rate_limit_per_hour integer,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked boolean,
  revoked_at timestamptz,
  created_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (key_id)
);
INSERT INTO api_keys (key_id, tenant_id, user_id, key_hash, key_prefix, name, permissions, rate_limit_per_hour, last_used_at, expires_at, revoked, revoked_at, created_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'key_hash ' || n, n::text, 'name ' || n, jsonb_build_object('n', n), n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE gdpr_requests (
  request_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid,
  request_type varchar(50) NOT NULL,
  status varchar(50),
  requested_at timestamptz,
  processed_at timestamptz,
  processed_by uuid,
  data_export_url varchar(1000),
  notes text,
  metadata jsonb,
  PRIMARY KEY (request_id)
);
INSERT INTO gdpr_requests (request_id, tenant_id, user_id, request_type, status, requested_at, processed_at, processed_by, data_export_url, notes, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'request_type ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', gen_random_uuid(), 'data_export_url ' || n, 'notes ' || n, jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE integrations (
  integration_id uuid NOT NULL,
  tenant_id uuid,
  integration_name varchar(100) NOT NULL,
  integration_type varchar(50) NOT NULL,
  status varchar(50),
  configuration jsonb,
  last_synced_at timestamptz,
  last_error text,
  error_count integer,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (integration_id)
);
INSERT INTO integrations (integration_id, tenant_id, integration_name, integration_type, status, configuration, last_synced_at, last_error, error_count, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'integration_name ' || n, 'integration_type ' || n, 'status ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', 'last_error ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE integration_tokens (
  token_id uuid NOT NULL,
  tenant_id uuid,
  integration_name varchar(100) NOT NULL,
  token_value text NOT NULL,
  refresh_token text,
  token_type varchar(50),
  expires_at timestamptz,
  scopes text[],
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (token_id)
);
INSERT INTO integration_tokens (token_id, tenant_id, integration_name, token_value, refresh_token, token_type, expires_at, scopes, created_at, updated_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'integration_name ' || n, 'token_value ' || n, 'refresh_token ' || n, 'token_type ' || n, timestamptz '2026-11-01' + n * interval '1 hour', '{}', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE webhooks (
  webhook_id uuid NOT NULL,
  tenant_id uuid,
  integration_name varchar(100) NOT NULL,
  webhook_url varchar(1000) NOT NULL,
  webhook_secret varchar(255),
  events text[] NOT NULL,
  status varchar(50),
  last_triggered_at timestamptz,
  failure_count integer,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (webhook_id)
);
INSERT INTO webhooks (webhook_id, tenant_id, integration_name, webhook_url, webhook_secret, events, status, last_triggered_at, failure_count, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'integration_name ' || n, 'webhook_url ' || n, 'webhook_secret ' || n, '{}', 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE integration_sync_logs (
  log_id uuid NOT NULL,
  tenant_id uuid,
  integration_name varchar(100) NOT NULL,
  sync_type varchar(50) NOT NULL,
  status varchar(50) NOT NULL,
  records_synced integer,
  records_failed integer,
  started_at timestamptz,
  completed_at timestamptz,
  error_message text,
  metadata jsonb,
  PRIMARY KEY (log_id)
);
INSERT INTO integration_sync_logs (log_id, tenant_id, integration_name, sync_type, status, records_synced, records_failed, started_at, completed_at, error_message, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'integration_name ' || n, 'sync_type ' || n, 'status ' || n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', 'error_message ' || n, jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE experiments (
  experiment_id uuid NOT NULL,
  tenant_id uuid,
  experiment_name varchar(255) NOT NULL,
  experiment_type varchar(50) NOT NULL,
  status varchar(50),
  hypothesis text,
  variants jsonb NOT NULL,
  traffic_allocation numeric(5,2),
  start_date timestamptz,
  end_date timestamptz,
  winner_variant varchar(100),
  statistical_significance numeric(5,4),
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (experiment_id)
);
INSERT INTO experiments (experiment_id, tenant_id, experiment_name, experiment_type, status, hypothesis, variants, traffic_allocation, start_date, end_date, winner_variant, statistical_significance, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'experiment_name ' || n, 'experiment_type ' || n, 'status ' || n, 'hypothesis ' || n, jsonb_build_object('n', n), n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', 'winner_variant ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE experiment_assignments (
  assignment_id uuid NOT NULL,
  tenant_id uuid,
  experiment_id uuid NOT NULL,
  user_id uuid NOT NULL,
  variant varchar(100) NOT NULL,
  assigned_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (assignment_id)
);
INSERT INTO experiment_assignments (assignment_id, tenant_id, experiment_id, user_id, variant, assigned_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'variant ' || n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE experiment_events (
  event_id uuid NOT NULL,
  tenant_id uuid,
  experiment_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  event_type varchar(50) NOT NULL,
  event_value numeric(10,2),
  timestamp timestamptz,
  metadata jsonb,
  PRIMARY KEY (event_id)
);
INSERT INTO experiment_events (event_id, tenant_id, experiment_id, assignment_id, event_type, event_value, timestamp, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'event_type ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE churn_events (
  churn_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid NOT NULL,
  churn_type varchar(50) NOT NULL,
  churn_date date NOT NULL,
  churn_reason varchar(255),
  predicted_probability numeric(5,4),
  predicted_at timestamptz,
  intervention_applied boolean,
  intervention_type varchar(100),
  intervention_result varchar(50),
  metadata jsonb,
  created_at timestamptz,
  PRIMARY KEY (churn_id)
);
INSERT INTO churn_events (churn_id, tenant_id, user_id, churn_type, churn_date, churn_reason, predicted_probability, predicted_at, intervention_applied, intervention_type, intervention_result, metadata, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'churn_type ' || n, timestamptz '2026-11-01' + n * interval '1 hour', 'churn_reason ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour', n % 2 = 0, 'intervention_type ' || n, 'intervention_result ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE onboarding_steps (
  step_id uuid NOT NULL,
  tenant_id uuid,
  step_name varchar(255) NOT NULL,
  step_order integer NOT NULL,
  step_type varchar(50) NOT NULL,
  required boolean,
  completion_criteria jsonb,
  enabled boolean,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (step_id)
);
INSERT INTO onboarding_steps (step_id, tenant_id, step_name, step_order, step_type, required, completion_criteria, enabled, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'step_name ' || n, n, 'step_type ' || n, n % 2 = 0, jsonb_build_object('n', n), n % 2 = 0, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE onboarding_progress (
  progress_id uuid NOT NULL,
  tenant_id uuid,
  user_id uuid NOT NULL,
  step_id uuid NOT NULL,
  status varchar(50),
  started_at timestamptz,
  completed_at timestamptz,
  time_spent_seconds integer,
  dropoff_reason text,
  metadata jsonb,
  PRIMARY KEY (progress_id)
);
INSERT INTO onboarding_progress (progress_id, tenant_id, user_id, step_id, status, started_at, completed_at, time_spent_seconds, dropoff_reason, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', n, 'dropoff_reason ' || n, jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE risks (
  risk_id uuid NOT NULL,
  tenant_id uuid,
  category varchar(50) NOT NULL,
  title varchar(255) NOT NULL,
  description text NOT NULL,
  impact integer NOT NULL,
  probability integer NOT NULL,
  risk_score integer NOT NULL,
  severity varchar(50) NOT NULL,
  status varchar(50) NOT NULL,
  owner varchar(255) NOT NULL,
  mitigation_strategies jsonb,
  next_review_date timestamptz NOT NULL,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (risk_id)
);
INSERT INTO risks (risk_id, tenant_id, category, title, description, impact, probability, risk_score, severity, status, owner, mitigation_strategies, next_review_date, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'category ' || n, 'title ' || n, 'description ' || n, n, n, n, 'severity ' || n, 'status ' || n, 'owner ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE risk_mitigations (
  mitigation_id uuid NOT NULL,
  risk_id uuid NOT NULL,
  description text NOT NULL,
  mitigation_type varchar(50) NOT NULL,
  status varchar(50) NOT NULL,
  due_date timestamptz,
  owner varchar(255),
  completed_at timestamptz,
  created_at timestamptz,
  updated_at timestamptz,
  metadata jsonb,
  PRIMARY KEY (mitigation_id)
);
INSERT INTO risk_mitigations (mitigation_id, risk_id, description, mitigation_type, status, due_date, owner, completed_at, created_at, updated_at, metadata)
  SELECT gen_random_uuid(), gen_random_uuid(), 'description ' || n, 'mitigation_type ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', 'owner ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE risk_reviews (
  review_id uuid NOT NULL,
  risk_id uuid NOT NULL,
  review_date timestamptz NOT NULL,
  reviewer varchar(255) NOT NULL,
  review_notes text,
  impact_updated integer,
  probability_updated integer,
  status_up date,
  next_review_date timestamptz,
  created_at timestamptz,
  PRIMARY KEY (review_id)
);
INSERT INTO risk_reviews (review_id, risk_id, review_date, reviewer, review_notes, impact_updated, probability_updated, status_up, next_review_date, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), timestamptz '2026-11-01' + n * interval '1 hour', 'reviewer ' || n, 'review_notes ' || n, n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE scheduled_tasks (
  task_id uuid NOT NULL,
  task_name varchar(255) NOT NULL,
  task_type varchar(100) NOT NULL,
  schedule_cron varchar(100),
  schedule_interval_seconds integer,
  next_run_at timestamptz,
  last_run_at timestamptz,
  status varchar(50) NOT NULL,
  priority varchar(50) NOT NULL,
  max_retries integer,
  retry_count integer,
  error_message text,
  metadata jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (task_id)
);
INSERT INTO scheduled_tasks (task_id, task_name, task_type, schedule_cron, schedule_interval_seconds, next_run_at, last_run_at, status, priority, max_retries, retry_count, error_message, metadata, created_at, updated_at)
  SELECT gen_random_uuid(), 'task_name ' || n, 'task_type ' || n, 'schedule_cron ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', 'status ' || n, 'priority ' || n, n, n, 'error_message ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE backup_records (
  backup_id uuid NOT NULL,
  tenant_id uuid,
  backup_type varchar(50) NOT NULL,
  backup_source varchar(100) NOT NULL,
  backup_location varchar(1000) NOT NULL,
  backup_size_bytes bigint,
  backup_format varchar(50),
  status varchar(50),
  started_at timestamptz,
  completed_at timestamptz,
  verified_at timestamptz,
  verification_status varchar(50),
  retention_until timestamptz,
  metadata jsonb,
  created_at timestamptz,
  PRIMARY KEY (backup_id)
);
INSERT INTO backup_records (backup_id, tenant_id, backup_type, backup_source, backup_location, backup_size_bytes, backup_format, status, started_at, completed_at, verified_at, verification_status, retention_until, metadata, created_at)
  SELECT gen_random_uuid(), gen_random_uuid(), 'backup_type ' || n, 'backup_source ' || n, 'backup_location ' || n, n, 'backup_format ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', 'verification_status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE replication_status (
  replication_id uuid NOT NULL,
  source_region varchar(50) NOT NULL,
  target_region varchar(50) NOT NULL,
  replication_type varchar(50) NOT NULL,
  status varchar(50),
  lag_seconds integer,
  last_synced_at timestamptz,
  last_verified_at timestamptz,
  error_message text,
  metadata jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (replication_id)
);
INSERT INTO replication_status (replication_id, source_region, target_region, replication_type, status, lag_seconds, last_synced_at, last_verified_at, error_message, metadata, created_at, updated_at)
  SELECT gen_random_uuid(), 'source_region ' || n, 'target_region ' || n, 'replication_type ' || n, 'status ' || n, n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', 'error_message ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE failover_events (
  event_id uuid NOT NULL,
  failover_type varchar(50) NOT NULL,
  source_region varchar(50) NOT NULL,
  target_region varchar(50) NOT NULL,
  trigger_reason varchar(100),
  status varchar(50),
  initiated_at timestamptz,
  completed_at timestamptz,
  verified_at timestamptz,
  rollback_at timestamptz,
  duration_seconds integer,
  affected_tenants uuid,
  metadata jsonb,
  PRIMARY KEY (event_id)
);
INSERT INTO failover_events (event_id, failover_type, source_region, target_region, trigger_reason, status, initiated_at, completed_at, verified_at, rollback_at, duration_seconds, affected_tenants, metadata)
  SELECT gen_random_uuid(), 'failover_type ' || n, 'source_region ' || n, 'target_region ' || n, 'trigger_reason ' || n, 'status ' || n, timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour', n, gen_random_uuid(), jsonb_build_object('n', n)
  FROM generate_series(1, 9) n;

CREATE TABLE recovery_procedures (
  procedure_id uuid NOT NULL,
  procedure_name varchar(255) NOT NULL,
  procedure_type varchar(50) NOT NULL,
  description text,
  steps jsonb NOT NULL,
  estimated_rto_minutes integer,
  estimated_rpo_minutes integer,
  last_tested_at timestamptz,
  test_status varchar(50),
  metadata jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (procedure_id)
);
INSERT INTO recovery_procedures (procedure_id, procedure_name, procedure_type, description, steps, estimated_rto_minutes, estimated_rpo_minutes, last_tested_at, test_status, metadata, created_at, updated_at)
  SELECT gen_random_uuid(), 'procedure_name ' || n, 'procedure_type ' || n, 'description ' || n, jsonb_build_object('n', n), n, n, timestamptz '2026-11-01' + n * interval '1 hour', 'test_status ' || n, jsonb_build_object('n', n), timestamptz '2026-11-01' + n * interval '1 hour', timestamptz '2026-11-01' + n * interval '1 hour'
  FROM generate_series(1, 9) n;

CREATE TABLE feature_flags (
  flag_name varchar(255),
  status varchar(50)
);
INSERT INTO feature_flags (flag_name, status)
  SELECT 'flag_name ' || n, 'status ' || n
  FROM generate_series(1, 9) n;

CREATE TABLE email_queue (
  template varchar(50) NOT NULL,
  context jsonb NOT NULL,
  subject varchar(500),
  status varchar(50)
);
INSERT INTO email_queue (template, context, subject, status)
  SELECT 'template ' || n, jsonb_build_object('n', n), 'subject ' || n, 'status ' || n
  FROM generate_series(1, 9) n;
