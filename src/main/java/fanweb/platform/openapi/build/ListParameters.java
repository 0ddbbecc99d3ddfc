package fanweb.platform.openapi.build;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import fanweb.listing.Field;
import fanweb.listing.Fields;
import fanweb.listing.Lookup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The query of an operation about many, as parameters.
 *
 * @param fields what may be asked for
 */
record ListParameters(Fields fields) {
  List<Parameter> ofListing() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(query("page", "Which page.", number(1, Fields.LAST_PAGE).defaultValue(1)));
    parameters.add(
        query(
            "size",
            "How many on a page.",
            number(1, Fields.LARGEST_PAGE).defaultValue(Fields.USUAL_PAGE)));
    parameters.add(ordering());
    parameters.addAll(ofSelection());
    return parameters;
  }

  /**
   * Of several that are changed or deleted.
   *
   * @param required whether nothing happens without a confirmation, whatever is selected
   */
  List<Parameter> ofBulk(boolean required) {
    List<Parameter> parameters = new ArrayList<>();
    String when = required ? "Always needed" : "Needed when nothing is selected";
    parameters.add(
        query(
                "confirm",
                "How many this is about. " + when + "; with another number nothing is changed.",
                number(0, Integer.MAX_VALUE))
            .required(required));
    parameters.addAll(ofSelection());
    return parameters;
  }

  private Parameter ordering() {
    List<Object> words =
        fields.known().stream()
            .flatMap(field -> Stream.<Object>of(field.name(), "-" + field.name()))
            .toList();
    return query(
        "ordering",
        "By what they are in order, most important first; `-` for the greatest first.",
        list(createSchema().addType(SchemaType.STRING).enumeration(words)));
  }

  private List<Parameter> ofSelection() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        query(
            "search",
            "In any case of letters, in one of: " + String.join(", ", fields.searched()) + ".",
            createSchema().addType(SchemaType.STRING)));
    for (Field field : fields.known()) {
      Arrays.stream(Lookup.values())
          .filter(field::allows)
          .map(lookup -> condition(field, lookup))
          .forEach(parameters::add);
    }
    return parameters;
  }

  private static Parameter condition(Field field, Lookup lookup) {
    String suffix = lookup == Lookup.EXACT ? "" : "__" + lookup.word();
    Schema one = value(field);
    Schema schema =
        switch (lookup) {
          case IN -> list(one).maxItems(Fields.MOST_VALUES);
          case ISNULL -> createSchema().addType(SchemaType.BOOLEAN);
          default -> one;
        };
    return query(field.name() + suffix, "`" + field.name() + "` " + meaning(lookup), schema);
  }

  private static String meaning(Lookup lookup) {
    return switch (lookup) {
      case EXACT -> "is this; the same with `__exact`.";
      case IEXACT -> "is this, in any case of letters.";
      case CONTAINS -> "has this in it.";
      case ICONTAINS -> "has this in it, in any case of letters.";
      case STARTSWITH -> "starts with this.";
      case ISTARTSWITH -> "starts with this, in any case of letters.";
      case ENDSWITH -> "ends with this.";
      case IENDSWITH -> "ends with this, in any case of letters.";
      case GT -> "is greater.";
      case GTE -> "is greater or the same.";
      case LT -> "is less.";
      case LTE -> "is less or the same.";
      case IN -> "is one of these.";
      case ISNULL -> "has no value (`true`) or has one (`false`).";
    };
  }

  private static Schema value(Field field) {
    return switch (field.kind()) {
      case TEXT -> createSchema().addType(SchemaType.STRING);
      case INTEGER -> createSchema().addType(SchemaType.INTEGER).format("int32");
      case LONG -> createSchema().addType(SchemaType.INTEGER).format("int64");
    };
  }

  private static Schema number(long min, long max) {
    return createSchema()
        .addType(SchemaType.INTEGER)
        .minimum(BigDecimal.valueOf(min))
        .maximum(BigDecimal.valueOf(max));
  }

  private static Schema list(Schema item) {
    return createSchema().addType(SchemaType.ARRAY).items(item);
  }

  private static Parameter query(String name, String description, Schema schema) {
    Parameter parameter =
        createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
    boolean list = schema.getType().contains(SchemaType.ARRAY);
    return list ? parameter.style(Parameter.Style.FORM).explode(false) : parameter;
  }
}
