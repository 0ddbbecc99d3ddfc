package fanweb.chat;

import fanweb.account.Identity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What {@link ChatPolicy} decides by in a group just now: its settings, its members, its
 * restrictions and its slow mode, as its stream has told them. Any thread; events are applied one
 * after the other.
 */
final class Rules {
  /** From this many on, those who spoke long ago are forgotten. */
  private static final int MANY = 1_000;

  private final ConcurrentMap<String, Rank> ranks = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Restriction> restrictions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Instant> lastSpoke = new ConcurrentHashMap<>();
  private volatile GroupSettings settings;
  private volatile long storedHead;

  Rules(GroupState state) {
    settings = state.settings();
    replace(state);
  }

  /** Takes over what is stored, when some of what happened may not have been heard. */
  void replace(GroupState state) {
    storedHead = state.head().offset();
    settings = state.settings();
    ranks.keySet().retainAll(state.ranks().keySet());
    ranks.putAll(state.ranks());
    Set<String> restricted =
        state.restrictions().stream().map(Restriction::subject).collect(Collectors.toSet());
    restrictions.keySet().retainAll(restricted);
    state.restrictions().forEach(this::apply);
  }

  GroupSettings settings() {
    return settings;
  }

  /** What who is in the group. */
  Map<String, Rank> ranks() {
    return Collections.unmodifiableMap(ranks);
  }

  /** How somebody stands here; without an author's id as one of whom nothing is known. */
  Stand stand(Identity who, Instant now) {
    // Nobody is somebody by a guest's token, whatever was written under its id.
    Rank rank = who.isSignedIn() && who.may(ChatPolicy.USE_RANKS) ? ranks.get(who.author()) : null;
    Restriction restriction = restrictions.get(who.author());
    return new Stand(
        who,
        rank,
        restriction != null && restriction.holds(now) ? restriction.kind() : null,
        settings);
  }

  /** Where the stored stream stood when these were read from what is stored. */
  long storedHead() {
    return storedHead;
  }

  /** Takes in what happened. */
  void apply(ChatEvent event) {
    if (event instanceof ChatEvent.SettingsChanged changed) {
      settings = changed.settings();
    } else if (event instanceof ChatEvent.Moderated moderated) {
      apply(moderated.restriction());
    } else if (event instanceof ChatEvent.MemberChanged changed) {
      apply(changed);
    } else if (settings.slowSeconds() > 0) {
      // Who spoke on another node has to wait on this one.
      remember(event);
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

  private void apply(ChatEvent.MemberChanged changed) {
    Rank rank = changed.rank();
    if (rank == Rank.OWNER) {
      // Who hands the group over stays a moderator.
      ranks.replaceAll((author, known) -> known == Rank.OWNER ? Rank.MODERATOR : known);
    }
    if (rank == null) {
      ranks.remove(changed.subject());
    } else {
      ranks.put(changed.subject(), rank);
    }
  }

  /**
   * The authors who perhaps may not read any more after an event; nothing when all may as before.
   */
  static Optional<Predicate<String>> doubted(ChatEvent event) {
    if (event instanceof ChatEvent.Moderated moderated) {
      return Optional.of(moderated.restriction().subject()::equals);
    }
    if (event instanceof ChatEvent.MemberChanged changed) {
      return Optional.of(changed.subject()::equals);
    }
    return event instanceof ChatEvent.SettingsChanged changed
            && changed.settings().read() != GroupSettings.Access.EVERYONE
        ? Optional.of(author -> true)
        : Optional.empty();
  }

  /** Whether somebody may read here; else why not. */
  Optional<Refusal> reading(Identity who, Instant now) {
    return ChatPolicy.reading(stand(who, now));
  }

  /**
   * Whether this may be stored and told; else why not. One that may counts for the slow mode.
   *
   * @param who whose doing it is
   */
  Optional<Refusal> writing(Identity who, ChatEvent event) {
    Stand stand = stand(who, event.at());
    Optional<Refusal> refusal = ChatPolicy.writing(stand, event, ranks);
    return refusal.isPresent() || !ChatPolicy.isPaced(stand, event)
        ? refusal
        : pace(event.author().id(), event.at());
  }

  /** Whether somebody may delete what an author said. */
  boolean reaches(Identity who, String author, Instant now) {
    return author.equals(who.author()) || ChatPolicy.reaches(stand(who, now), ranks.get(author));
  }

  /** What holds for whom at a moment. */
  List<Restriction> restrictions(Instant now) {
    return restrictions.values().stream().filter(restriction -> restriction.holds(now)).toList();
  }

  /** What somebody may do here. */
  Set<Permission> permissions(Identity who, Instant now) {
    return ChatPolicy.permissions(stand(who, now));
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
