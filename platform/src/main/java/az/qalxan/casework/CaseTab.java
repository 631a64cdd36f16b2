package az.qalxan.casework;

/**
 * A page of a case beside its first one; a module contributes its own as beans.
 *
 * @param code its name: message key {@code case.tab.<code>}
 * @param suffix what follows the case's own address, for example {@code /parties}
 * @param right the right without which it is not shown
 * @param order its place among the tabs
 */
public record CaseTab(String code, String suffix, String right, int order) {}
