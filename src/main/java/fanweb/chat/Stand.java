package fanweb.chat;

import fanweb.account.Identity;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands in a group at a moment: all that {@link ChatPolicy} decides by.
 *
 * @param who they are
 * @param rank theirs in the group; null when they have none
 * @param restriction what restrains them just now; null when nothing does
 * @param settings the group's
 */
record Stand(
    Identity who,
    @Nullable Rank rank,
    Restriction.@Nullable Kind restriction,
    GroupSettings settings) {}
