package fanweb.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.QueryParameters;
import fanweb.platform.RefusedException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  private static final Field NAME = new Field("name", Field.Kind.TEXT);
  private static final Field AGE = new Field("age", Field.Kind.INTEGER);
  private static final Fields FIELDS = new Fields(List.of(NAME, AGE), List.of("name"));

  @Test
  void a_query_becomes_conditions_an_order_and_a_page() {
    Listing listing =
        FIELDS.listing(
            QueryParameters.parse(
                "name__icontains=x&age__in=1,2&search=y&ordering=-age,name&page=3&size=10"));

    assertThat(listing.selection().conditions())
        .containsExactly(
            new Condition(NAME, Lookup.ICONTAINS, List.of("x")),
            new Condition(AGE, Lookup.IN, List.of(1, 2)));
    assertThat(listing.selection().search()).isEqualTo("y");
    assertThat(listing.ordering())
        .containsExactly(new Listing.Order("age", true), new Listing.Order("name", false));
    assertThat(listing.offset()).isEqualTo(20);
  }

  @Test
  void no_query_is_the_first_page_of_everything() {
    Listing listing = FIELDS.listing(QueryParameters.parse(null));
    assertThat(listing.selection().isEverything()).isTrue();
    assertThat(listing.page()).isEqualTo(1);
    assertThat(listing.size()).isEqualTo(20);
  }

  @Test
  void a_bulk_knows_what_was_confirmed() {
    assertThat(FIELDS.bulk(QueryParameters.parse("age=1&confirm=7")).confirm())
        .isEqualTo(OptionalLong.of(7));
    assertThat(FIELDS.bulk(QueryParameters.parse("age=1")).confirm()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nick=1",
        "age__icontains=1",
        "age__nope=1",
        "age=x",
        "age=1&age=1",
        "age__isnull=1",
        "ordering=nick",
        "ordering=age,name,-age",
        "name__contains=",
        "name__istartswith=",
        "age=%D9%A1",
        "age=%2B1",
        "page=0",
        "size=101",
        "confirm=1"
      })
  void what_is_not_known_is_refused(String query) {
    assertThatThrownBy(() -> FIELDS.listing(QueryParameters.parse(query)))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=1", "size=1", "ordering=age", "confirm=-1", "confirm=99999999999"})
  void what_means_nothing_for_many_is_refused_there(String query) {
    assertThatThrownBy(() -> FIELDS.bulk(QueryParameters.parse(query)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void text_is_compared_in_the_form_that_is_stored() {
    assertThat(
            FIELDS
                .listing(QueryParameters.parse("name=e%CC%81"))
                .selection()
                .conditions()
                .get(0)
                .value())
        .isEqualTo("é");
  }

  @Test
  void a_text_that_is_longer_than_any_field_is_refused_before_it_costs_anything() {
    String long257 = "name__contains=" + "x".repeat(257);
    assertThatThrownBy(() -> FIELDS.listing(QueryParameters.parse(long257)))
        .hasMessageContaining("at most 256");
    assertThatThrownBy(() -> FIELDS.listing(QueryParameters.parse("search=" + "x".repeat(257))))
        .hasMessageContaining("at most 256");
  }

  @Test
  void a_hundred_values_are_enough() {
    String hundred = "age__in=" + "1,".repeat(99) + "1";
    assertThat(FIELDS.listing(QueryParameters.parse(hundred)).selection().conditions()).hasSize(1);
    assertThatThrownBy(() -> FIELDS.listing(QueryParameters.parse(hundred + ",1")))
        .hasMessageContaining("at most 100");
  }
}
