package az.qalxan.engines.linking;

/**
 * A link read from a text, in its parts.
 *
 * @param scheme lower-case, or empty if none was written
 * @param user the part before the at sign, or empty
 * @param host lower-case ASCII name or address
 * @param port digits without a default, or empty
 * @param rest path, query and fragment as written, beginning with their mark, or empty
 * @param end offset behind the last character in the folded text
 */
record Link(String scheme, String user, String host, String port, String rest, int end) {

    String text() {
        return (scheme.isEmpty() ? "" : scheme + "://")
                + (user.isEmpty() ? "" : user + "@")
                + host
                + (port.isEmpty() ? "" : ":" + port)
                + rest;
    }

    /** Path segment by place, without query and fragment; empty if there is none. */
    String segment(int index) {
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
            end++;
        }
        String[] segments = rest.substring(0, end).split("/", -1);
        return index + 1 < segments.length ? segments[index + 1] : "";
    }

    /** Value of a query parameter; empty if there is none. */
    String parameter(String name) {
        int query = rest.indexOf('?');
        if (query < 0) {
            return "";
        }
        for (String pair : rest.substring(query + 1).split("[&#]", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
