package fanweb.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fanweb.account.KnownPermissions;
import fanweb.platform.OpenToGuests;
import fanweb.platform.rest.Access.Kind;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
  /** A method of each kind. */
  @jakarta.ws.rs.Path("somewhere")
  static final class Somewhere {
    @GET
    @PermitAll
    public void open() {}

    @PUT
    @OpenToGuests
    public void asking() {}

    @POST
    @RolesAllowed("user.view")
    public void permitted() {}

    @PATCH
    @RolesAllowed({"user.view", "user.add"})
    public void either() {}

    @DELETE
    public void forgotten() {}

    public void noMethodOfHttp() {}
  }

  @ParameterizedTest
  @CsvSource({
    "open, EVERYBODY, ''",
    "asking, ITSELF, ''",
    "permitted, PERMITTED, user.view",
    "either, NOBODY, ''",
    "forgotten, NOBODY, ''"
  })
  void a_method_is_closed_unless_it_is_opened(String method, Kind kind, String permission)
      throws NoSuchMethodException {
    assertThat(Access.of(Somewhere.class.getMethod(method)))
        .isEqualTo(new Access(kind, permission));
  }

  @Test
  void what_nobody_may_use_is_told_by_name() {
    assertThat(ClosedMethods.in(List.of(Somewhere.class, String.class)))
        .containsExactly("Somewhere.either", "Somewhere.forgotten");
  }

  @Test
  void of_our_own_methods_none_is_forgotten_and_each_permission_is_known() {
    List<Class<?>> ours = resources().toList();
    assertThat(ours).hasSizeGreaterThan(5);
    assertThat(ClosedMethods.in(ours)).isEmpty();
    assertThat(
            ours.stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .map(Access::of)
                .filter(access -> access.kind() == Kind.PERMITTED)
                .map(Access::permission))
        .isNotEmpty()
        .isSubsetOf(KnownPermissions.installed().codes());
  }

  private static Stream<Class<?>> resources() {
    return new ClassFileImporter()
        .importPath(Path.of("target/classes")).stream()
            .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
            .<Class<?>>map(JavaClass::reflect)
            .filter(type -> Resources.applicationOf(type) == ApiApplication.class);
  }
}
