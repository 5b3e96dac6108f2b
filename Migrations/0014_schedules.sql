-- Which reports go out by themselves, to whom, and how far each source of a tenant's figures is complete.

-- One schedule a campaign: on this weekday and hour of its zone the report of the week before is due.
CREATE TABLE report_schedules (
  tenant_id uuid NOT NULL,
  schedule_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  weekday bigint NOT NULL,
  hour bigint NOT NULL,
  zone text NOT NULL,
  needs_review boolean NOT NULL,
  deadline_hours bigint NOT NULL,
  first_week date NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT report_schedules_pk PRIMARY KEY (tenant_id, schedule_id),
  CONSTRAINT report_schedules_campaign UNIQUE (tenant_id, campaign_id),
  CONSTRAINT report_schedules_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT report_schedules_hour CHECK (hour BETWEEN 0 AND 23),
  CONSTRAINT report_schedules_deadline CHECK (deadline_hours BETWEEN 1 AND 336)
);

CREATE TABLE report_recipients (
  tenant_id uuid NOT NULL,
  schedule_id uuid NOT NULL,
  address text NOT NULL,
  format text NOT NULL,
  added_at timestamptz NOT NULL,
  CONSTRAINT report_recipients_pk PRIMARY KEY (tenant_id, schedule_id, address),
  CONSTRAINT report_recipients_format CHECK (format IN ('html', 'text'))
);

-- Addresses that take no mail of this tenant any more, and why.
CREATE TABLE mail_suppressions (
  tenant_id uuid NOT NULL,
  address text NOT NULL,
  reason text NOT NULL,
  since timestamptz NOT NULL,
  CONSTRAINT mail_suppressions_pk PRIMARY KEY (tenant_id, address)
);

-- Said by a person or an import: the source's figures are complete through this day; a final one gets no more.
CREATE TABLE data_sources (
  tenant_id uuid NOT NULL,
  source text NOT NULL,
  complete_through date NOT NULL,
  is_final boolean NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT data_sources_pk PRIMARY KEY (tenant_id, source),
  CONSTRAINT data_sources_source CHECK (source IN ('log', 'delivery', 'conversions'))
);

-- What became of each week's report of a schedule. The mails themselves are in the outbox.
CREATE TABLE report_occurrences (
  tenant_id uuid NOT NULL,
  schedule_id uuid NOT NULL,
  week date NOT NULL,
  state text NOT NULL,
  reason text,
  report_id uuid,
  due_at timestamptz NOT NULL,
  deadline_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT report_occurrences_pk PRIMARY KEY (tenant_id, schedule_id, week),
  CONSTRAINT report_occurrences_state CHECK (state IN ('held', 'review', 'approved', 'rejected', 'sending', 'sent'))
);
