/// podctl's own migrations, embedded in the binary: file name and text, in the order of their names.
/// SwiftPM turns a leading digit of a file name into an underscore: `0001_…` is `_001_…`.
public enum EmbeddedMigrations {
  public static var files: [(name: String, text: [UInt8])] {
    [
      ("0001_foundation.sql", PackageResources._001_foundation_sql),
      ("0002_measurement.sql", PackageResources._002_measurement_sql),
      ("0003_attribution.sql", PackageResources._003_attribution_sql),
      ("0004_paper.sql", PackageResources._004_paper_sql),
      ("0005_isolation.postgres.sql", PackageResources._005_isolation_postgres_sql),
      ("0006_counting.sql", PackageResources._006_counting_sql),
      ("0007_parts.postgres.sql", PackageResources._007_parts_postgres_sql),
      ("0007_parts.sqlite.sql", PackageResources._007_parts_sqlite_sql),
      ("0008_counting_isolation.postgres.sql", PackageResources._008_counting_isolation_postgres_sql),
      ("0009_closing.postgres.sql", PackageResources._009_closing_postgres_sql),
      ("0010_partitions.postgres.sql", PackageResources._010_partitions_postgres_sql),
      ("0010_partitions.timescaledb.sql", PackageResources._010_partitions_timescaledb_sql),
      ("0011_outbox.sql", PackageResources._011_outbox_sql),
      ("0012_outbox_isolation.postgres.sql", PackageResources._012_outbox_isolation_postgres_sql),
      ("0014_schedules.sql", PackageResources._014_schedules_sql),
      ("0015_schedules_isolation.postgres.sql", PackageResources._015_schedules_isolation_postgres_sql),
      ("0016_money.sql", PackageResources._016_money_sql),
      ("0017_money_isolation.postgres.sql", PackageResources._017_money_isolation_postgres_sql),
      ("0020_mail_events.sql", PackageResources._020_mail_events_sql),
      ("0021_mail_events_isolation.postgres.sql", PackageResources._021_mail_events_isolation_postgres_sql),
      ("0022_brands.sql", PackageResources._022_brands_sql),
      ("0023_brands_isolation.postgres.sql", PackageResources._023_brands_isolation_postgres_sql),
      ("0024_plans.sql", PackageResources._024_plans_sql),
      ("0025_plans_isolation.postgres.sql", PackageResources._025_plans_isolation_postgres_sql),
      ("0026_contract_terms.sql", PackageResources._026_contract_terms_sql),
      (
        "0027_contract_terms_isolation.postgres.sql", PackageResources._027_contract_terms_isolation_postgres_sql
      ),
      ("0028_mail_ends.postgres.sql", PackageResources._028_mail_ends_postgres_sql),
      ("0028_mail_ends.sqlite.sql", PackageResources._028_mail_ends_sqlite_sql),
      ("0029_templates.sql", PackageResources._029_templates_sql),
      ("0030_mail_ends_held.postgres.sql", PackageResources._030_mail_ends_held_postgres_sql),
      ("0031_mail_recalls.postgres.sql", PackageResources._031_mail_recalls_postgres_sql),
      ("0031_mail_recalls.sqlite.sql", PackageResources._031_mail_recalls_sqlite_sql),
      ("0032_subscriptions.sql", PackageResources._032_subscriptions_sql),
      (
        "0033_subscriptions_isolation.postgres.sql",
        PackageResources._033_subscriptions_isolation_postgres_sql
      ),
    ]
  }
}
