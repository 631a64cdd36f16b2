package az.qalxan.engines.vault;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored file: its case, and a name that follows from its content under a key of the case. Who
 * sees the name cannot tell whether it is a file that he knows.
 */
public record StoredId(CaseKey key, String name) {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9a-f]{64})");

    public StoredId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " is not a name of a stored file");
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static Optional<StoredId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new StoredId(new CaseKey(UUID.fromString(parts.group(1))), parts.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return key + "/" + name;
    }
}
