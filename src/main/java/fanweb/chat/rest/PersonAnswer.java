package fanweb.chat.rest;

import fanweb.chat.Author;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Somebody who is in a group.
 *
 * @param author their id
 * @param name what others read; may be empty, proves nothing
 */
@JsonbPropertyOrder({"author", "name"})
public record PersonAnswer(String author, String name) {
  static PersonAnswer of(Author author) {
    return new PersonAnswer(author.id(), author.name());
  }
}
