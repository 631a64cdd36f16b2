package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How this instance meets its peers; without {@code qalxan.peers.port} nobody can call it. */
@Component
final class PeersSettings {

    private final @Nullable Integer port;
    private final String host;
    private final String name;
    private final String address;
    private final BodyCode body;
    private final Duration patience;

    PeersSettings(Environment environment) {
        this.port = environment.getProperty("qalxan.peers.port", Integer.class);
        this.host = environment.getProperty("qalxan.peers.host", "0.0.0.0");
        this.name = environment.getProperty("qalxan.peers.name", "Qalxan");
        this.address = environment.getProperty("qalxan.peers.address", "");
        this.body = new BodyCode(environment.getProperty("qalxan.peers.body", "dtx"));
        this.patience =
                Duration.ofSeconds(
                        environment.getProperty("qalxan.peers.timeout-seconds", Long.class, 60L));
    }

    /** The peers' port; null when it stays shut, 0 for a free one. */
    @Nullable Integer port() {
        return port;
    }

    /** The address that listens. */
    String host() {
        return host;
    }

    String name() {
        return name;
    }

    /** Where others reach the peers' port; empty when nobody said so. */
    String address() {
        return address;
    }

    /** Our body in whose name keys are announced. */
    BodyCode body() {
        return body;
    }

    /** How long an exchange with a peer may take. */
    Duration patience() {
        return patience;
    }
}
