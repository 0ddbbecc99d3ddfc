package fanweb.chat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who may do what in a group just now: its settings, its restrictions and its slow mode, as its
 * stream has told them. Any thread; events are applied one after the other.
 */
final class Rules {
  /** From this many on, those who spoke long ago are forgotten. */
  private static final int MANY = 1_000;

  private final ConcurrentMap<String, Restriction> restrictions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Instant> lastSpoke = new ConcurrentHashMap<>();
  private volatile GroupSettings settings;

  Rules(GroupSettings settings, List<Restriction> restrictions) {
    this.settings = settings;
    restrictions.forEach(this::apply);
  }

  GroupSettings settings() {
    return settings;
  }

  /** Takes in what happened. */
  void apply(ChatEvent event) {
    if (event instanceof ChatEvent.SettingsChanged changed) {
      settings = changed.settings();
    } else if (event instanceof ChatEvent.Moderated moderated) {
      apply(moderated.restriction());
    }
  }

  /**
   * Takes in what had happened when the group opened: a group that closes forgets nobody's pace.
   */
  void remember(ChatEvent event) {
    if (event instanceof ChatEvent.Message message) {
      lastSpoke.merge(
          message.author().id(), message.at(), (one, two) -> one.isAfter(two) ? one : two);
    }
  }

  private void apply(Restriction restriction) {
    if (restriction.kind() == Restriction.Kind.LIFT) {
      restrictions.remove(restriction.subject());
    } else {
      restrictions.put(restriction.subject(), restriction);
    }
  }

  /** Whether somebody may read here; else why not. */
  Optional<Refusal> reading(String author, boolean moderator, Instant now) {
    if (moderator) {
      return Optional.empty();
    }
    if (restrains(author, Restriction.Kind.BAN, now)) {
      return Optional.of(Refusal.BANNED);
    }
    return settings.read() == GroupSettings.Access.EVERYONE
        ? Optional.empty()
        : Optional.of(Refusal.NOT_ALLOWED);
  }

  /** Whether this may be stored and told; else why not. One that may counts for the slow mode. */
  Optional<Refusal> writing(Draft draft) {
    ChatEvent event = draft.event();
    if (draft.moderator()) {
      return Optional.empty();
    }
    if (event instanceof ChatEvent.Moderated || event instanceof ChatEvent.SettingsChanged) {
      return Optional.of(Refusal.NOT_ALLOWED);
    }
    String author = event.author().id();
    Optional<Refusal> closed = closed(author, event.at());
    return closed.isPresent() || !(event instanceof ChatEvent.Message)
        ? closed
        : pace(author, event.at());
  }

  /** What holds for whom at a moment. */
  List<Restriction> restrictions(Instant now) {
    return restrictions.values().stream().filter(restriction -> restriction.holds(now)).toList();
  }

  /** What somebody may do here. */
  Set<Permission> permissions(String author, boolean moderator, Instant now) {
    Set<Permission> may = EnumSet.noneOf(Permission.class);
    if (moderator || closed(author, now).isEmpty()) {
      may.addAll(
          EnumSet.of(Permission.PUBLISH, Permission.EDIT, Permission.DELETE, Permission.TYPING));
    }
    if (moderator) {
      may.add(Permission.MODERATE);
    }
    return may;
  }

  /** Why somebody may write nothing here, if so. */
  Optional<Refusal> closed(String author, Instant now) {
    if (restrains(author, Restriction.Kind.BAN, now)) {
      return Optional.of(Refusal.BANNED);
    }
    if (restrains(author, Restriction.Kind.MUTE, now)) {
      return Optional.of(Refusal.MUTED);
    }
    return settings.write() == GroupSettings.Access.EVERYONE
        ? Optional.empty()
        : Optional.of(Refusal.NOT_ALLOWED);
  }

  private boolean restrains(String author, Restriction.Kind kind, Instant now) {
    Restriction restriction = restrictions.get(author);
    return restriction != null && restriction.kind() == kind && restriction.holds(now);
  }

  private Optional<Refusal> pace(String author, Instant now) {
    int slow = settings.slowSeconds();
    if (slow == 0) {
      return Optional.empty();
    }
    if (lastSpoke.size() >= MANY) {
      lastSpoke.values().removeIf(last -> !last.plusSeconds(slow).isAfter(now));
    }
    Instant kept =
        lastSpoke.merge(
            author, now, (last, next) -> last.plusSeconds(slow).isAfter(next) ? last : next);
    return kept.equals(now) ? Optional.empty() : Optional.of(Refusal.SLOW_MODE);
  }
}
