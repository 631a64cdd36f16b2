package az.qalxan.engines.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packs of this checkout, read once. */
final class Packs {

    private static final LawFacts FACTS = read();
    private static final LawBook BOOK = LawBook.of(FACTS);

    private Packs() {}

    static LawFacts facts() {
        return FACTS;
    }

    static LawBook book() {
        return BOOK;
    }

    static Path folder() {
        return Path.of("../../packs").toAbsolutePath().normalize();
    }

    private static LawFacts read() {
        try {
            return LawPacks.read(path -> {
                Path file = folder().resolve(path);
                return Files.exists(file) ? Files.newInputStream(file) : null;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PackRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
