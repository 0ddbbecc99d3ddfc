package fanweb.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
  @Test
  void problem_details_have_the_members_of_the_rfc_and_the_request_id() {
    Failure failure = new Failure(404, "GET", "/api/\"x", "7f3a-91c2", "");
    assertThat(
            Problem.of(
                    failure, "Nothing.", "none", List.of(Fault.inBody("/age", "must be a number")))
                .toString())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"Nothing.\",\"instance\":\"/api/\\\"x\",\"requestId\":\"7f3a-91c2\","
                + "\"code\":\"none\","
                + "\"errors\":[{\"detail\":\"must be a number\",\"pointer\":\"#/age\"}]}");
  }

  @ParameterizedTest
  @CsvSource({"404, error.404", "418, error.400", "500, error.500", "599, error.500"})
  void a_status_without_a_text_of_its_own_shares_one(int status, String key) {
    assertThat(new Failure(status, "GET", "/", "-", "").key()).isEqualTo(key);
  }
}
