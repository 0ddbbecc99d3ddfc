package fanweb.account.page;

import fanweb.account.Token;
import fanweb.platform.Ago;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One of one's own tokens in a list.
 *
 * @param token which
 * @param made how long ago it was made
 * @param used how long ago it was last used; null for never
 * @param lastDay the day on which it stops working, in UTC
 * @param ended whether it has stopped
 */
public record TokenItem(
    Token token, Ago made, @Nullable Ago used, LocalDate lastDay, boolean ended) {
  static TokenItem of(Token token, Instant now) {
    return new TokenItem(
        token,
        Ago.of(Duration.between(token.made(), now)),
        token.used().map(at -> Ago.of(Duration.between(at, now))).orElse(null),
        LocalDate.ofInstant(token.ends(), ZoneOffset.UTC),
        !now.isBefore(token.ends()));
  }
}
