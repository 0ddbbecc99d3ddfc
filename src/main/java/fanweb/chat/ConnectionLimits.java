package fanweb.chat;

/**
 * How much one client may take up.
 *
 * @param groups groups that one connection may be in
 * @param connections connections that one author may have on this node
 */
public record ConnectionLimits(int groups, int connections) {}
