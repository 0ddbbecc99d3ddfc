/**
 * The command line: {@code fanweb} manages a site without a server, and talks to one as a client.
 * Here is what all commands share; beside it are
 *
 * <ul>
 *   <li>{@code manage.launch} – where the process begins, and which commands there are.
 *   <li>{@code manage.client} – {@code chat}, {@code send}, {@code tail}: over WebSocket, with
 *       nothing but a URL.
 *   <li>{@code manage.database} – migrations, {@code dumpdata} and {@code loaddata}: over JDBC,
 *       with the settings of the server.
 *   <li>{@code manage.drafting} – {@code makemigrations}: scripts from what entities want.
 *   <li>{@code manage.people} – who may sign in.
 *   <li>{@code manage.site} – the server and how it is set up.
 * </ul>
 *
 * <p>A process of its own: each command has one thread unless it says otherwise, writes to its
 * {@link fanweb.manage.Console} alone, and ends with one of {@link fanweb.manage.ExitCode}.
 */
@NullMarked
package fanweb.manage;

import org.jspecify.annotations.NullMarked;
