/**
 * Fan-Web: group chat for web sites in one Jakarta EE WAR. This page is the map.
 *
 * <h2>The way of a message</h2>
 *
 * <pre>{@code
 * frame → chat.ws.ChatEndpoint → chat.protocol (FrameCodec, PlainText) → chat.ChatConsumer.receive
 *       → chat.ChatService.submit: the group's rules → chat.Committer
 *       → chat.Journal.append: offsets n+1 … n+k, committed → ack to the sender
 *       → channel.ChannelLayer.groupSend → every node's chat.GroupLog.take
 *       → chat.Section: each member's cursor in the log → one burst with all that is new → socket
 * }</pre>
 *
 * <p>Between nodes a publication travels by {@code channel.redis}, written by {@code chat.wire};
 * who is in a group and who is writing travels beside it as notes of {@code chat.Company}.
 *
 * <p>HTTP comes in by {@code ChatService.submit} too and reads the same log. In a live-only group
 * the layer gives the offsets and nothing is stored. {@code chat.StreamKeeper} fetches from the
 * journal what the layer did not bring; {@code chat.Recovery} what a client missed.
 *
 * <h2>Rooms</h2>
 *
 * <ul>
 *   <li>{@code channel} – carries publications between nodes, at most once. Pure; back ends in
 *       {@code channel.memory} and {@code channel.redis}.
 *   <li>{@code chat} – rooms, the journal's port, the group log, cursors, presence, limits. Pure;
 *       adapters in {@code chat.ws} (WebSocket), {@code chat.rest} (HTTP), {@code chat.page}
 *       (pages), {@code chat.jdbc} (the journal) and {@code chat.jpa} (the list of groups); what
 *       travels in a frame is {@code chat.protocol}'s, what travels between nodes {@code
 *       chat.wire}'s.
 *   <li>{@code account} – people, roles, passwords, sessions. Pure; adapters in {@code
 *       account.page} (who asks, and pages), {@code account.rest} (JSON), {@code account.jpa}
 *       (people and roles), {@code account.jdbc} (signing in), {@code account.password4j} and
 *       {@code account.zxcvbn}.
 *   <li>{@code listing} – the words of a query about many rows, for every list. Pure.
 *   <li>{@code examples} – the tutorial's requests and answers, in {@code examples.rest} and {@code
 *       examples.page}; nothing depends on them.
 *   <li>{@code manage} – the command line, a process of its own: {@code manage.client} talks to a
 *       site, {@code manage.database}, {@code manage.people} and {@code manage.site} manage one
 *       without its server. In {@code fanweb.jar}, in no WAR; nothing depends on it.
 *   <li>{@code platform} – what cuts across: settings, pages, resources, static files, languages,
 *       forged requests, errors, health, metrics, routes, migrations, the document of the JSON API
 *       at {@code /openapi}. Its root package is the small API that features may use; its other
 *       packages are its own.
 * </ul>
 *
 * <h2>Allowed arrows</h2>
 *
 * <pre>{@code
 * channel ← chat        features see of platform only the package fanweb.platform itself
 * listing ← account ← chat
 * platform, manage → anything   adapters of one feature never see each other
 * }</pre>
 *
 * <p>Inside a feature the root package knows no technology: no {@code jakarta.websocket}, {@code
 * jakarta.servlet}, {@code jakarta.persistence}, {@code jakarta.ws.rs}. {@code ArchitectureTest}
 * checks all of this.
 */
@NullMarked
package fanweb;

import org.jspecify.annotations.NullMarked;
