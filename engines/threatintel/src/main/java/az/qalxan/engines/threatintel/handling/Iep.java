package az.qalxan.engines.threatintel.handling;

import az.qalxan.engines.threatintel.stix.Tlp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A policy for exchanged information (FIRST, Information Exchange Policy 2.0).
 *
 * @param id of the policy
 * @param name of the policy
 * @param start from when it holds; null for always
 * @param end until when it holds; null for good
 * @param tlp to whom the information may go
 * @param sealedInTransit whether it has to be encrypted on its way
 * @param actions the most that may be done with it
 * @param tells whether those affected may be told
 * @param attribution whether the provider is named: may, must or must not
 * @param resale whether it may be sold on unchanged
 */
public record Iep(
        String id,
        String name,
        @Nullable Instant start,
        @Nullable Instant end,
        Tlp tlp,
        boolean sealedInTransit,
        Actions actions,
        boolean tells,
        Attribution attribution,
        boolean resale) {

    /** The most that a receiver may do (IEP 2.0, PERMITTED ACTIONS). */
    public enum Actions {
        NONE,
        CONTACT_FOR_INSTRUCTION,
        INTERNALLY_VISIBLE_ACTIONS,
        EXTERNALLY_VISIBLE_INDIRECT_ACTIONS,
        EXTERNALLY_VISIBLE_DIRECT_ACTIONS
    }

    /** Whether the provider is named (IEP 2.0, ATTRIBUTION). */
    public enum Attribution {
        MAY,
        MUST,
        MUST_NOT
    }

    /**
     * Reads a policy. Empty where a statement is missing or has another value than the standard
     * gives: what is not understood allows nothing, so that it cannot be used as a policy.
     */
    public static Optional<Iep> of(JsonNode policy) {
        Tlp tlp = Tlp.ofWord(word(policy, "tlp").replace("tlp:", "")).orElse(null);
        Boolean sealed = choice(policy, "encrypt_in_transit", "must", "may");
        Actions actions = one(Actions.values(), word(policy, "permitted_actions"));
        Boolean tells = choice(policy, "affected_party_notifications", "may", "must not");
        Attribution attribution = one(Attribution.values(), word(policy, "attribution"));
        Boolean resale = choice(policy, "unmodified_resale", "may", "must not");
        boolean wrong =
                !isTime(policy, "start_date")
                        || !isTime(policy, "end_date")
                        || policy.path("id").asString("").isEmpty();
        if (wrong
                || tlp == null
                || sealed == null
                || actions == null
                || tells == null
                || attribution == null
                || resale == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Iep(
                        policy.path("id").asString(""),
                        policy.path("name").asString(""),
                        time(policy, "start_date"),
                        time(policy, "end_date"),
                        tlp,
                        sealed,
                        actions,
                        tells,
                        attribution,
                        resale));
    }

    private static String word(JsonNode policy, String statement) {
        return policy.path(statement).asString("").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Boolean choice(
            JsonNode policy, String statement, String yes, String no) {
        String word = word(policy, statement).replace('-', ' ').replace('_', ' ');
        if (word.equals(yes)) {
            return true;
        }
        return word.equals(no) ? false : null;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String word) {
        String name = word.replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static boolean isTime(JsonNode policy, String member) {
        JsonNode node = policy.path(member);
        return node.isMissingNode() || node.isNull() || time(policy, member) != null;
    }

    private static @Nullable Instant time(JsonNode policy, String member) {
        try {
            return OffsetDateTime.parse(policy.path(member).asString("")).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether it holds at that moment; the end itself does not belong to it. */
    public boolean holds(Instant at) {
        return (start == null || !at.isBefore(start)) && (end == null || at.isBefore(end));
    }

    public boolean allows(Actions action) {
        return action.compareTo(actions) <= 0;
    }

    /** The most that PAP's words would allow under this policy. */
    public Pap pap() {
        return switch (actions) {
            case NONE, CONTACT_FOR_INSTRUCTION, INTERNALLY_VISIBLE_ACTIONS -> Pap.RED;
            case EXTERNALLY_VISIBLE_INDIRECT_ACTIONS -> Pap.AMBER;
            case EXTERNALLY_VISIBLE_DIRECT_ACTIONS -> Pap.GREEN;
        };
    }
}
