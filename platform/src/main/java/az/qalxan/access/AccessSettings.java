package az.qalxan.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What an operator may set of this module, with safe defaults (docs/operating).
 *
 * <p>{@code qalxan.origin} is the address people type; an https one makes cookies secure. {@code
 * qalxan.access.session-hours-max} ends a session however busy it is. {@code
 * qalxan.access.matrix.signing-bodies-min} says from how many bodies the two signatures come.
 */
@Component
final class AccessSettings {

    private static final String PREFIX = "qalxan.access.";

    private final Environment environment;

    AccessSettings(Environment environment) {
        this.environment = environment;
    }

    boolean demo() {
        return environment.getProperty("qalxan.demo", Boolean.class, false);
    }

    String pack() {
        return environment.getProperty("qalxan.pack", "az");
    }

    /** Scheme, host and port of the installation. */
    URI origin() {
        String port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        return URI.create(environment.getProperty("qalxan.origin", "http://localhost:" + port));
    }

    boolean https() {
        return "https".equals(origin().getScheme());
    }

    Duration sessionMax() {
        return Duration.ofHours(number("session-hours-max", 12));
    }

    int signingBodiesMin() {
        return number("matrix.signing-bodies-min", 2);
    }

    /** The rate of a door: how many requests at once, and how many a minute after that. */
    Rate rate(Door door) {
        Rate usual = door.usual();
        return new Rate(
                number("rate." + door.code() + ".burst", usual.burst()),
                number("rate." + door.code() + ".per-minute", usual.perMinute()));
    }

    private int number(String name, int usual) {
        return environment.getProperty(PREFIX + name, Integer.class, usual);
    }
}
