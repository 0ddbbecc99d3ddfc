/** The chat's tables, through Jakarta Persistence. Scripts: {@code db/migration/chat}. */
@NullMarked
package fanweb.chat.jpa;

import org.jspecify.annotations.NullMarked;
