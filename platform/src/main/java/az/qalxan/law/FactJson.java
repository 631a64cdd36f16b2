package az.qalxan.law;

import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Period;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as JSON and back. The days of a fact stand once, as those of its recording; its JSON is
 * kept without them.
 */
final class FactJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PERIOD = "period";

    private FactJson() {}

    /** The days on which a fact says that it holds, as far as a change can split them. */
    static Period days(Record fact) {
        return FactKind.of(fact).dates() == FactKind.Dates.PERIOD && fact instanceof LawRow row
                ? row.period()
                : Period.ALWAYS;
    }

    /** The fact without its days. */
    static ObjectNode write(Record fact) {
        ObjectNode node = JSON.valueToTree(fact);
        if (FactKind.of(fact).dates() == FactKind.Dates.PERIOD) {
            node.remove(PERIOD);
        }
        return node;
    }

    /**
     * The fact of that kind on those days.
     *
     * @throws IllegalArgumentException when the JSON is none
     */
    static Record read(FactKind kind, JsonNode fact, Period days) {
        ObjectNode whole = ((ObjectNode) fact).deepCopy();
        if (kind.dates() == FactKind.Dates.PERIOD) {
            ObjectNode period = whole.putObject(PERIOD);
            put(period, "from", days.from());
            put(period, "until", days.until());
        }
        try {
            return JSON.treeToValue(whole, kind.type());
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "no " + kind.code() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static void put(ObjectNode period, String name, @Nullable LocalDate day) {
        if (day == null) {
            period.putNull(name);
        } else {
            period.put(name, day.toString());
        }
    }

    /** What of an input is JSON; empty for the rest. */
    static Optional<ObjectNode> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode node
                    ? Optional.of(node)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** SHA-256 of a fact's JSON and its days. */
    static String digest(JsonNode fact, Period days) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(fact.toString().getBytes(StandardCharsets.UTF_8));
            sha.update(days.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
