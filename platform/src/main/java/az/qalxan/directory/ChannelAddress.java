package az.qalxan.directory;

import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a channel leads.
 *
 * @param hours when somebody answers, in free words; may be empty
 * @param open whether visitors may see it
 */
record ChannelAddress(ChannelKind kind, String value, String hours, boolean open) {

    static final int HOURS_MAX = 120;

    /** Reads a form; what is wrong goes to the list. */
    static Optional<ChannelAddress> read(
            String kind, String value, String hours, List<Violation> wrong) {
        Optional<ChannelKind> known = ChannelKind.of(kind);
        List<Violation> found = new ArrayList<>();
        if (known.isEmpty()) {
            found.add(Violation.at("kind", "directory.wrong.kind", kind));
        } else if (!known.get().fits(value.strip())) {
            found.add(Violation.at("value", "directory.wrong.value." + kind, value.strip()));
        }
        if (hours.strip().length() > HOURS_MAX) {
            found.add(
                    Violation.at(
                            "hours", "directory.wrong.hours", hours.strip().length(), HOURS_MAX));
        }
        wrong.addAll(found);
        return found.isEmpty()
                ? Optional.of(
                        new ChannelAddress(
                                known.orElseThrow(), value.strip(), hours.strip(), false))
                : Optional.empty();
    }

    ChannelAddress openTo(boolean everyone) {
        return new ChannelAddress(kind, value, hours, everyone);
    }
}
