package az.qalxan.access;

import org.springframework.stereotype.Component;

/** The address under which people open this installation, for links in messages. */
@Component
public final class Origin {

    private final AccessSettings settings;

    Origin(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * A whole link.
     *
     * @param path begins with a slash
     */
    public String link(String path) {
        String origin = settings.origin().toString();
        return (origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin) + path;
    }
}
