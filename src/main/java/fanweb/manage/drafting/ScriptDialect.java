package fanweb.manage.drafting;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;

/** The dialect that scripts are written in: MySQL's, with the types that they have already. */
final class ScriptDialect extends MySQLDialect {
  /** What H2's longest text holds. */
  private static final long LONGEST = 1_000_000_000;

  @Override
  protected String columnType(int code) {
    return switch (code) {
      case Types.BOOLEAN -> "boolean";
      case Types.INTEGER -> "int";
      default -> super.columnType(code);
    };
  }

  @Override
  protected void registerColumnTypes(TypeContributions types, ServiceRegistry registry) {
    super.registerColumnTypes(types, registry);
    // Not MySQL's ENUM, which is another type with each word that comes.
    types
        .getTypeConfiguration()
        .getDdlTypeRegistry()
        .addDescriptor(new DdlTypeImpl(SqlTypes.ENUM, "varchar($l)", "varchar", this));
  }

  @Override
  public long getDefaultLobLength() {
    return LONGEST;
  }
}
