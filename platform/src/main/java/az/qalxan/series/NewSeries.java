package az.qalxan.series;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Draws the ids under which the store keeps series; nobody is shown them. */
@Component
final class NewSeries implements Supplier<UUID> {

    private final SecureRandom random;

    NewSeries(SecureRandom random) {
        this.random = random;
    }

    @Override
    public UUID get() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
