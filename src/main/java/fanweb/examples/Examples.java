package fanweb.examples;

import static fanweb.examples.Access.NO_COOKIE;
import static fanweb.examples.Access.NO_TOKEN;
import static fanweb.examples.Access.OPEN;
import static fanweb.examples.Access.TOKEN;

import java.util.List;
import java.util.Optional;

/** All examples in the order of the tutorial. Their texts are in the bundle, by their keys. */
public final class Examples {
  private static final String REST = "fanweb/examples/rest/";
  private static final String HTML = "Accept: text/html";
  private static final String JSON = "Accept: application/json";
  private static final String JSON_BODY = JSON + "\nContent-Type: application/json";

  private static final String PEOPLE =
      """
      {
        "id": "1100",
        "data": [
          {
            "name": "张三",
            "age": 19,
            "address": "上海",
            "gender": "男"
          }
        ]
      }""";

  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "exchange",
              List.of(
                  greeting(),
                  template(),
                  request(),
                  redirect(),
                  jsonAnswer(),
                  jsonRequest(),
                  csrf())),
          new Section("data", UserExamples.all()));

  private Examples() {}

  /** All of them, as the list shows them. */
  public static List<Section> sections() {
    return SECTIONS;
  }

  /** The first of all. */
  public static Example first() {
    return SECTIONS.get(0).examples().get(0);
  }

  /** The one with this key; empty when there is none. */
  public static Optional<Example> find(String key) {
    return SECTIONS.stream()
        .flatMap(section -> section.examples().stream())
        .filter(example -> example.key().equals(key))
        .findFirst();
  }

  private static Example greeting() {
    return new Example(
        "greeting",
        "3.2, 5.2",
        List.of(
            new Variant("usual", "GET", "/examples/greeting/", HTML, "", OPEN),
            new Variant("slash", "GET", "/examples/greeting", HTML, "", OPEN),
            new Variant("method", "DELETE", "/examples/greeting/", JSON, "", OPEN)),
        List.of(Source.of(REST + "GreetingExample.java")),
        List.of("path", "HttpResponse"));
  }

  private static Example template() {
    return new Example(
        "template",
        "4.1, 4.3",
        List.of(new Variant("usual", "GET", "/examples/template/", HTML, "", OPEN)),
        List.of(
            Source.of("fanweb/examples/page/TemplatePage.java"),
            Source.of("WEB-INF/examples/templates/template.jsp")),
        List.of("render", "{{ }}", "{% for %}", "{% if %}", "{% elif %}", "{% else %}"));
  }

  private static Example request() {
    String form = JSON + "\nContent-Type: application/x-www-form-urlencoded";
    String text = JSON + "\nContent-Type: text/plain;charset=utf-8";
    return new Example(
        "request",
        "5.1",
        List.of(
            new Variant("get", "GET", "/examples/request/?id=1", JSON, "", OPEN),
            new Variant("twice", "GET", "/examples/request/?id=1&id=2&name=张三", JSON, "", OPEN),
            new Variant("form", "POST", "/examples/request/?id=1", form, "name=张三&age=18", TOKEN),
            new Variant("body", "POST", "/examples/request/", text, "你好", TOKEN)),
        List.of(Source.of(REST + "RequestExample.java")),
        List.of("request.method", "request.path", "request.GET", "request.POST", "request.body"));
  }

  private static Example redirect() {
    return new Example(
        "redirect",
        "5.1, 5.2",
        List.of(new Variant("usual", "GET", "/examples/redirect/", HTML, "", OPEN)),
        List.of(Source.of(REST + "RedirectExample.java")),
        List.of("redirect"));
  }

  private static Example jsonAnswer() {
    return new Example(
        "json-answer",
        "5.3",
        List.of(
            new Variant("text", "GET", "/examples/json/?current=1&size=5", JSON, "", OPEN),
            new Variant("object", "GET", "/examples/json/?as=object", JSON, "", OPEN)),
        List.of(Source.of(REST + "JsonExample.java")),
        List.of("JsonResponse", "safe=False"));
  }

  private static Example jsonRequest() {
    String path = "/examples/json/";
    String years = PEOPLE.replace("19", "\"nineteen\"");
    return new Example(
        "json-request",
        "5.3",
        List.of(
            new Variant("valid", "POST", path, JSON_BODY, PEOPLE, OPEN),
            new Variant("no-data", "POST", path, JSON_BODY, "{\n  \"id\": \"1100\"\n}", OPEN),
            new Variant("type", "POST", path, JSON_BODY, years, OPEN),
            new Variant("no-json", "POST", path, JSON_BODY, "{\n  \"id\": 1100,\n", OPEN)),
        List.of(Source.of(REST + "JsonExample.java")),
        List.of("@csrf_exempt", "request.body", "json.loads", "JsonResponse"));
  }

  private static Example csrf() {
    String path = "/examples/csrf/";
    return new Example(
        "csrf",
        "5.3",
        List.of(
            new Variant("token", "POST", path, JSON, "", TOKEN),
            new Variant("no-token", "POST", path, JSON, "", NO_TOKEN),
            new Variant("no-cookie", "POST", path, JSON, "", NO_COOKIE),
            new Variant("page", "POST", path, HTML + ", */*;q=0.1", "", NO_TOKEN)),
        List.of(Source.of(REST + "CsrfExample.java")),
        List.of("CsrfViewMiddleware", "@csrf_exempt"));
  }
}
