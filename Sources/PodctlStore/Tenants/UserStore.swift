import PodctlCore

/// The people who work for a tenant.
public struct UserStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// All of them, by role and then by email.
  public func all() throws -> [User] {
    try tx.rows(
      """
      SELECT user_id, email, name, role, created_at FROM users WHERE tenant_id = \(tx.tenant)
      ORDER BY CASE role WHEN 'owner' THEN 0 WHEN 'manager' THEN 1 ELSE 2 END, \(bytewise: "email")
      """
    ).map { row in
      User(
        id: try row["user_id"], email: try row["email"], name: try row["name"], role: try row["role"],
        createdAt: try row["created_at"])
    }
  }

  /// Adds a user; one of the same email keeps its id and takes the name and the role.
  public func upsert(_ user: User) throws {
    try tx.run(
      """
      INSERT INTO users (tenant_id, user_id, email, name, role, created_at)
      VALUES (\(tx.tenant), \(user.id), \(user.email), \(user.name), \(user.role), \(user.createdAt))
      ON CONFLICT (tenant_id, email) DO UPDATE SET name = COALESCE(excluded.name, users.name), role = excluded.role
      """)
  }
}
