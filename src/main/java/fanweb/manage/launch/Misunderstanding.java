package fanweb.manage.launch;

import fanweb.manage.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command as it was typed; picocli's own sentences are English alone.
 *
 * @param words in which language
 */
record Misunderstanding(Words words) {
  /** As a sentence. */
  String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return words.of("misunderstood.missing", names(missing.getMissing()));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return words.of("misunderstood.twice", name(twice.getOverwritten()));
    }
    ArgSpec argument = e.getArgSpec();
    return argument == null
        ? words.of("misunderstood.other", "" + e.getMessage())
        : words.of("misunderstood.value", quoted(e.getValue()), name(argument));
  }

  private String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    if (e.isUnknownOption()) {
      return words.of("misunderstood.option", first);
    }
    boolean isCommand = !e.getCommandLine().getSubcommands().isEmpty();
    return words.of(isCommand ? "misunderstood.command" : "misunderstood.surplus", first);
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream().map(Misunderstanding::name).collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "" : value;
  }
}
