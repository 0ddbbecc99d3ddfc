package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {
  private static final String PERSON =
      "{'type':'object','required':['name','age'],'properties':{"
          + "'name':{'type':'string','minLength':1,'maxLength':3,'pattern':'^[^ ]*$'},"
          + "'age':{'type':['integer','null'],'minimum':0},"
          + "'tags':{'type':'array','maxItems':2,'items':{'$ref':'#/word'}}}}";

  private static List<String> faults(String value) {
    JsonObject document = json("{'word':{'type':'string','enum':['a','b']}}");
    return new JsonSchema(document).faults(json(value), json(PERSON));
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"{'name':'😀😀😀','age':0}", "{'name':'x','age':null,'tags':['a','b']}"})
  void what_fits_has_no_faults(String value) {
    assertThat(faults(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'name':'x'} | breaks required",
        "{'name':null,'age':1} | /name is null, not [string]",
        "{'name':1,'age':1} | /name is integer",
        "{'name':'x','age':1.5} | /age is number",
        "{'name':'x','age':-1} | breaks minimum",
        "{'name':'','age':1} | breaks minLength",
        "{'name':'xxxx','age':1} | breaks maxLength",
        "{'name':'x y','age':1} | breaks pattern",
        "{'name':'x','age':1,'hash':'x'} | /hash is not in the document",
        "{'name':'x','age':1,'tags':['c']} | breaks enum",
        "{'name':'x','age':1,'tags':['a','a','a']} | breaks maxItems"
      })
  void what_does_not_fit_is_found(String value, String fault) {
    assertThat(faults(value)).singleElement().asString().contains(fault);
  }

  @Test
  void a_keyword_that_it_does_not_know_is_not_passed_over() {
    JsonSchema schema = new JsonSchema(json("{}"));
    assertThatThrownBy(() -> schema.faults(json("{}"), json("{'type':'object','oneOf':[]}")))
        .hasMessageContaining("oneOf");
  }
}
