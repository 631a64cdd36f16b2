package az.qalxan.web;

/**
 * A page within one place of the navigation; modules contribute their own as beans.
 *
 * @param place the name of the tabs it belongs to, for example {@code strategy}
 * @param key the message key of its name
 * @param path where it leads
 * @param right the right without which it is not shown
 * @param order its position among the tabs
 */
public record Tab(String place, String key, String path, String right, int order) {}
