package fanweb.manage;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes. What programs may read goes to {@link #out}, what is said to
 * people about it to {@link #err}.
 */
public final class Console {
  /** Never a letter of any text (Unicode, 23.7). */
  public static final String UNREADABLE = "\ufdd0";

  private final InputStream input;
  private final Charset charset;
  private final Output output;
  private final BufferedReader in;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, String> environment;

  /** Of a process with these streams and variables. */
  public Console(
      InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
    this.input = in;
    this.output = new Output(out);
    this.charset = charset(environment);
    this.in = new BufferedReader(new InputStreamReader(in, charset));
    this.out = new PrintWriter(new OutputStreamWriter(output, charset), true);
    this.err = new PrintWriter(new OutputStreamWriter(err, charset), true);
    this.environment = Map.copyOf(environment);
  }

  /**
   * What the variables of a terminal name after the dot. Where they name nothing, or no language at
   * all ({@code C}), it is UTF-8, as Python sees it too: such a terminal is a container's.
   */
  static Charset charset(Map<String, String> environment) {
    String locale = Words.first(environment, List.of("LC_ALL", "LC_CTYPE", "LANG"));
    String name = locale.replaceFirst("@.*", "").replaceFirst("^[^.]*\\.?", "");
    try {
      return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Standard input as lines. */
  public BufferedReader in() {
    return in;
  }

  /**
   * Standard input in which {@link #UNREADABLE} stands for what is not in its character set; not
   * beside {@link #in}.
   */
  public Reader marked() {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(UNREADABLE);
    return new BufferedReader(new InputStreamReader(input, decoder));
  }

  /** Standard input as it comes, for a terminal or a file; not beside {@link #in}. */
  public InputStream input() {
    return input;
  }

  /**
   * Standard output as bytes, for what is not written as the terminal is; not beside {@link #out}.
   */
  public OutputStream output() {
    return output;
  }

  /** Standard output. Flushed after each line; {@link #lost} tells what became of it. */
  public PrintWriter out() {
    return out;
  }

  /** Why not all of standard output could be written; empty when it could. Flushes it first. */
  public Optional<IOException> lost() {
    out.flush();
    return Optional.ofNullable(output.failure);
  }

  /** Standard error. Flushed after each line. */
  public PrintWriter err() {
    return err;
  }

  /**
   * Writes a line for people on standard error. What of it would move the cursor or change the
   * terminal is shown as a question mark: files and servers have a part in many lines.
   */
  public void tell(String line) {
    err.println(line.replaceAll("\\p{Cc}", "?"));
  }

  /** How standard input, output and error are written. */
  public Charset charset() {
    return charset;
  }

  /** The terminal that somebody sits at; empty when input or output is something else. */
  @SuppressWarnings("SystemConsoleNull") // Main sees to that
  public static Optional<java.io.Console> terminal() {
    return Optional.ofNullable(System.console());
  }

  /** A variable of the process; an empty text when it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** The variables of the process whose names begin so. */
  public Map<String, String> variables(String beginning) {
    Map<String, String> variables = new TreeMap<>(environment);
    variables.keySet().removeIf(name -> !name.startsWith(beginning));
    return variables;
  }

  /** Remembers why it failed: a {@code PrintWriter} knows no more than that it did. */
  private static final class Output extends FilterOutputStream {
    private @Nullable IOException failure;

    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
