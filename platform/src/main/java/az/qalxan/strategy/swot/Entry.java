package az.qalxan.strategy.swot;

import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with everything that it ever said.
 *
 * @param versions the first one first
 */
record Entry(UUID id, long number, List<Version> versions) {

    Entry {
        versions = List.copyOf(versions);
    }

    /** What a version does; message key {@code swot.kind.<code>}. */
    enum Kind {
        ADDED,
        CHANGED,
        DROPPED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What an entry says.
     *
     * @param evidence why it is so
     * @param link where that stands: a place in this system or a web address; empty for none
     * @param evidenceOn the day of which the evidence speaks
     * @param measures codes of measures
     * @param targets codes of targets
     * @param risks names of risks, until there is a register of them
     */
    record Said(
            Field field,
            Words words,
            String evidence,
            String link,
            LocalDate evidenceOn,
            List<String> measures,
            List<String> targets,
            List<String> risks) {

        /** Copies. */
        Said {
            measures = List.copyOf(measures);
            targets = List.copyOf(targets);
            risks = List.copyOf(risks);
        }

        /** The words in that language, or in Azerbaijani where there are no others. */
        String in(String language) {
            String wanted = words.in(language);
            return wanted.isEmpty() ? words.az() : wanted;
        }

        /** Whether the evidence is older than so many months on that day. */
        boolean old(LocalDate day, int months) {
            return evidenceOn.plusMonths(months).isBefore(day);
        }
    }

    /** Who proposed, for which body. */
    record Author(String account, String name, String body) {}

    /** What another person said to it; message key {@code swot.verdict.<code>}. */
    record Verdict(Instant at, String code, String name, String remark) {

        boolean approved() {
            return code.equals("approved");
        }
    }

    /**
     * A version.
     *
     * @param verdict null while it waits
     */
    record Version(
            UUID id,
            int version,
            Kind kind,
            Said said,
            String reason,
            Instant proposedAt,
            Author author,
            @Nullable Verdict verdict) {

        boolean waits() {
            return verdict == null;
        }

        boolean approved() {
            return verdict != null && verdict.approved();
        }

        /** Whether it was approved by the end of that day. */
        boolean approvedBy(LocalDate day, ZoneId zone) {
            return verdict != null
                    && verdict.approved()
                    && !LocalDate.ofInstant(verdict.at(), zone).isAfter(day);
        }
    }

    /** The version that waits for another person; there is at most one. */
    Optional<Version> waiting() {
        return versions.stream().filter(Version::waits).findAny();
    }

    /** The version that stood at the end of that day; empty before, or when it was dropped. */
    Optional<Version> on(LocalDate day, ZoneId zone) {
        return versions.stream()
                .filter(one -> one.approvedBy(day, zone))
                .reduce((earlier, later) -> later)
                .filter(one -> one.kind() != Kind.DROPPED);
    }
}
