package fanweb.account.rest;

import fanweb.account.Token;
import java.util.List;

/**
 * Somebody's tokens.
 *
 * @param results the latest first
 */
public record TokenList(List<TokenAnswer> results) {
  static TokenList of(List<Token> tokens) {
    return new TokenList(tokens.stream().map(TokenAnswer::of).toList());
  }
}
