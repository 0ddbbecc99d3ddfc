package fanweb.chat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.Draft;
import fanweb.chat.GroupSettings;
import fanweb.chat.Journal;
import fanweb.chat.JournalEntry;
import fanweb.chat.Outcome;
import fanweb.chat.Restriction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tests say and hear: drafts in short, outcomes as offsets. */
final class Chat {
  static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123Z");
  static final Author ANNA = new Author("a_anna", "Anna");
  static final Author BEN = new Author("a_ben", "张三");

  private Chat() {}

  static JdbcJournal journal(KeptConnections database) {
    return new JdbcJournal(database, () -> UUID.randomUUID().toString());
  }

  /** A name that no other test has. */
  static GroupName newGroup() {
    return new GroupName("g-" + UUID.randomUUID());
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  static Draft message(GroupName group, String text) {
    return message(group, ANNA, newKey(), text);
  }

  static Draft message(GroupName group, Author author, @Nullable String key, String text) {
    return draft(group, key, ChatEvent.Message.written(NOON, author, text));
  }

  static Draft draft(GroupName group, @Nullable String key, ChatEvent event) {
    return Draft.of(group, key, Identity.guest(event.author().id(), Permissions.NONE), event);
  }

  static Draft edit(GroupName group, Author author, long target, String text) {
    return draft(group, null, new ChatEvent.Edited(NOON, author, target, text));
  }

  static Draft delete(GroupName group, Author author, long target) {
    return draft(group, null, new ChatEvent.Deleted(NOON, author, target));
  }

  static Draft byModerator(GroupName group, ChatEvent event) {
    return Draft.of(group, null, Identity.machine(), event);
  }

  static Draft restrict(GroupName group, Restriction restriction) {
    return byModerator(group, new ChatEvent.Moderated(NOON, BEN, restriction));
  }

  static Draft configure(GroupName group, GroupSettings settings) {
    return byModerator(group, new ChatEvent.SettingsChanged(NOON, BEN, settings));
  }

  /** Says texts, in a batch each as long as it may be. */
  static void say(Journal journal, GroupName group, List<String> texts) {
    for (int from = 0; from < texts.size(); from += Journal.MAX_BATCH) {
      List<Draft> drafts =
          texts.subList(from, Math.min(texts.size(), from + Journal.MAX_BATCH)).stream()
              .map(text -> message(group, text))
              .toList();
      assertThat(journal.append(drafts)).allMatch(one -> one instanceof Outcome.Stored);
    }
  }

  static Outcome append(Journal journal, Draft draft) {
    List<Outcome> outcomes = journal.append(List.of(draft));
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  static long offset(Outcome outcome) {
    return ((Outcome.Stored) outcome).position().offset();
  }

  static List<Long> offsets(List<JournalEntry> entries) {
    return entries.stream().map(JournalEntry::offset).toList();
  }

  static List<String> texts(List<JournalEntry> entries) {
    return entries.stream().map(one -> ((ChatEvent.Message) one.event()).text()).toList();
  }
}
