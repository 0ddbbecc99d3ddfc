package fanweb.chat.page;

import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.chat.GroupDirectory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups that pages offer. Pages must open even while the database does not answer: then there
 * are none.
 */
@Dependent
final class RecentGroups {
  private static final System.Logger LOG = System.getLogger("fanweb.chat.page");
  private static final int SHOWN = 20;

  private final GroupDirectory directory;
  private final InstantSource clock;

  @Inject
  RecentGroups(GroupDirectory directory) {
    this(directory, InstantSource.system());
  }

  RecentGroups(GroupDirectory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Those that whoever asks may read. */
  List<GroupLink> list(@Nullable Principal asks) {
    try {
      Instant now = clock.instant();
      return directory.recent(SHOWN, reader(asks)).stream()
          .map(entry -> GroupLink.of(entry, now))
          .toList();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "recent groups not available", e);
      return List.of();
    }
  }

  private static Identity reader(@Nullable Principal asks) {
    return asks instanceof Identity who ? who : Identity.guest("", Permissions.NONE);
  }
}
