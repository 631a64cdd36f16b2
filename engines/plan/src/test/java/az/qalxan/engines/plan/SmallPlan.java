package az.qalxan.engines.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The invented plan of the tests. */
final class SmallPlan {

    private SmallPlan() {}

    static String text() {
        try (InputStream file = SmallPlan.class.getResourceAsStream("/small.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlanRead read(String text) {
        return PlanReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static PlanFile file(String text) {
        return switch (read(text)) {
            case PlanRead.Read read -> read.file();
            case PlanRead.Refused refused -> throw new AssertionError(refused.flaws().toString());
        };
    }

    static PlanFile file() {
        return file(text());
    }
}
