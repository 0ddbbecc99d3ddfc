package fanweb.manage.drafting;

import java.io.Serial;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.ImplicitUniqueKeyNameSource;

/** Calls keys after their table and columns, as scripts do, unless the entity gives them a name. */
final class ScriptNames extends ImplicitNamingStrategyJpaCompliantImpl {
  @Serial private static final long serialVersionUID = 1L;

  /** MySQL's. */
  private static final int LONGEST = 64;

  @Override
  public Identifier determineUniqueKeyName(ImplicitUniqueKeyNameSource source) {
    return name(source, "").orElseGet(() -> super.determineUniqueKeyName(source));
  }

  @Override
  public Identifier determineIndexName(ImplicitIndexNameSource source) {
    return name(source, "").orElseGet(() -> super.determineIndexName(source));
  }

  /** Beside an index on the same columns. */
  @Override
  public Identifier determineForeignKeyName(ImplicitForeignKeyNameSource source) {
    return name(source, "_of").orElseGet(() -> super.determineForeignKeyName(source));
  }

  private static Optional<Identifier> name(ImplicitConstraintNameSource source, String end) {
    if (source.getUserProvidedIdentifier() != null) {
      return Optional.empty();
    }
    String name =
        Stream.concat(Stream.of(source.getTableName()), source.getColumnNames().stream())
            .map(part -> part.getText().replaceFirst("_id$", ""))
            .collect(Collectors.joining("_", "", end));
    return Optional.of(name)
        .filter(one -> one.length() <= LONGEST)
        .map(one -> Identifier.toIdentifier(one));
  }
}
