package az.qalxan.web;

/**
 * A place in the officers' navigation; a module contributes its own as beans.
 *
 * @param group the heading it stands under: message key {@code nav.group.<group>}
 * @param key the message key of its name
 * @param path where it leads
 * @param right the right without which it is not shown
 * @param icon its symbol in {@code icons.svg}
 * @param order its place among all sections
 */
public record Section(
        String group, String key, String path, String right, String icon, int order) {}
