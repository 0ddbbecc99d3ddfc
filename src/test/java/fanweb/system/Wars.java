package fanweb.system;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was packaged, for deployments; and small changes to it, as a site would make. */
public final class Wars {
  private static final String SETTINGS = "WEB-INF/classes/META-INF/microprofile-config.properties";

  private Wars() {}

  /** The WAR at the root of the server. */
  public static WebArchive packaged() {
    return named("fan-web.war");
  }

  /** The WAR under another name and, for it has only one root, another context path. */
  public static WebArchive at(String name) {
    String descriptor = "<jboss-web><context-root>/" + name + "</context-root></jboss-web>";
    WebArchive war = named(name + ".war");
    war.delete("WEB-INF/jboss-web.xml");
    return war.addAsWebInfResource(new StringAsset(descriptor), "jboss-web.xml");
  }

  /** Changes the default of one setting, which is the weakest way to set it. */
  public static WebArchive with(WebArchive war, String setting, String value) {
    String defaults = read(war);
    war.delete(SETTINGS);
    return war.add(new StringAsset(defaults + "\n" + setting + "=" + value + "\n"), SETTINGS);
  }

  private static WebArchive named(String name) {
    return ShrinkWrap.create(ZipImporter.class, name)
        .importFrom(new File(System.getProperty("fanweb.it.war")))
        .as(WebArchive.class);
  }

  private static String read(WebArchive war) {
    try (InputStream stream = Objects.requireNonNull(war.get(SETTINGS).getAsset()).openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
