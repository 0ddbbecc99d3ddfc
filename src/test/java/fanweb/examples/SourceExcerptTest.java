package fanweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceExcerptTest {
  private static final String FILE =
      """
      package a;

      import b.C;

      /** A class. */
      @Path("x")
      public class Shop implements Store {
        @Inject private Till till;

        /** For the container. */
        Shop() {}

        @Override
        public Goods find(long id) {
          return till.find(id);
        }

        /** Sells. */
        @Override
        @Transactional(
            rollbackOn = Exception.class)
        public Goods sell(
            long id, int pieces) {
          if (pieces > 0) {
            find(id);
          }
          return find(id);
        }

        private Goods find(String name) {
          return find(1);
        }
      }
      """;

  @Test
  void aClassGoesFromItsFirstAnnotationToItsLastBrace() {
    assertThat(SourceExcerpt.ofClass(FILE))
        .startsWith("@Path(\"x\")\npublic class Shop")
        .contains("/** Sells. */")
        .endsWith("find(1);\n  }\n}");
    assertThat(SourceExcerpt.ofClass("package a;\n\nfinal class B {\n}\n"))
        .isEqualTo("final class B {\n}");
  }

  @Test
  void aMethodComesWithItsAnnotationsAndWithoutItsComment() {
    assertThat(SourceExcerpt.ofMethod(FILE, "sell"))
        .isEqualTo(
            """
            @Override
            @Transactional(
                rollbackOn = Exception.class)
            public Goods sell(
                long id, int pieces) {
              if (pieces > 0) {
                find(id);
              }
              return find(id);
            }""");
  }

  @Test
  void allMethodsOfTheNameComeAndNoCallsOfIt() {
    assertThat(SourceExcerpt.ofMethod(FILE, "find"))
        .isEqualTo(
            """
            @Override
            public Goods find(long id) {
              return till.find(id);
            }

            private Goods find(String name) {
              return find(1);
            }""");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SourceExcerpt.ofMethod(FILE, "buy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no method buy");
    assertThatThrownBy(() -> SourceExcerpt.ofMethod(FILE, "ell"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SourceExcerpt.ofClass("package a;"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no class");
  }
}
