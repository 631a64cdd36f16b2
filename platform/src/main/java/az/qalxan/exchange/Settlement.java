package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decides object by object what is taken of an envelope, while the end of a collection is held. */
final class Settlement {

    /** Why an object is refused although its sender may send. */
    enum Reason {
        UNKNOWN_MARKING("its marking %s is not known here, so nobody may be given it"),
        ABOVE_CEILING("its marking is narrower than this collection takes from its sender"),
        OTHER_CONTENT("another object with this id and this version is here (STIX 2.1, 3.6)"),
        OTHER_CREATOR("only its creator may add a version to it (STIX 2.1, 3.6)"),
        OTHER_SPEAKER("another body speaks as %s"),
        REVOKED("it was revoked; there is no later version (STIX 2.1, 3.2)");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** Message key {@code quarantine.reason.<code>}. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether people should look at it; a marking above the ceiling is the sender's affair. */
        boolean kept() {
            return this != ABOVE_CEILING;
        }
    }

    /** A refused object. */
    record Refused(ObjectCheck.Sound object, Reason reason, Handling handling, JsonNode content) {}

    /**
     * The circumstances.
     *
     * @param body of the sender
     * @param unmarked what holds for an object without a marking
     * @param ceiling the narrowest marking taken
     * @param speakers which bodies speak as which identity
     * @param book finds marking definitions
     * @param next the first moment that may be given
     */
    record Terms(
            String body,
            Handling unmarked,
            Handling ceiling,
            Map<String, String> speakers,
            Function<String, @Nullable JsonNode> book,
            Instant next) {}

    private final Terms terms;
    private final Map<String, List<ObjectStore.Known>> history;
    private final List<ObjectStore.Fresh> fresh = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Set<String> grown = new LinkedHashSet<>();
    private Instant next;

    Settlement(Terms terms, Map<String, List<ObjectStore.Known>> history) {
        this.terms = terms;
        this.history = history;
        this.next = terms.next();
    }

    List<ObjectStore.Fresh> fresh() {
        return fresh;
    }

    List<Refused> refused() {
        return refused;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    /** Objects of which there are several versions now. */
    Set<String> grown() {
        return grown;
    }

    void take(EnvelopeReading.Incoming incoming) {
        switch (incoming.found()) {
            case ObjectCheck.Faulty faulty ->
                    verdicts.add(new Verdict(faulty.id(), faulty.version(), faulty.words()));
            case ObjectCheck.Sound sound -> take(sound, incoming.node());
        }
    }

    private void take(ObjectCheck.Sound object, JsonNode node) {
        byte[] meaning = Meaning.digest(node);
        List<ObjectStore.Known> earlier =
                history.computeIfAbsent(object.id(), _ -> new ArrayList<>());
        Optional<ObjectStore.Known> same =
                earlier.stream().filter(one -> same(one, object, meaning)).findFirst();
        if (same.isPresent() && Arrays.equals(same.get().meaning(), meaning)) {
            verdicts.add(Verdict.taken(object.id(), written(object, same.get().key())));
            return;
        }
        Markings.Reading reading = Markings.of(node, terms.book(), unmarked(object));
        if (!(reading instanceof Markings.Known markings)) {
            String marking = ((Markings.Unknown) reading).marking();
            refuse(new Refused(object, Reason.UNKNOWN_MARKING, Handling.RED, node), marking);
            return;
        }
        Optional<Reason> reason =
                same.isPresent()
                        ? Optional.of(Reason.OTHER_CONTENT)
                        : reason(object, markings, earlier);
        if (reason.isPresent()) {
            refuse(
                    new Refused(object, reason.get(), markings.handling(), node),
                    object.createdBy());
            return;
        }
        add(object, new Content(markings, meaning, node), earlier);
    }

    private record Content(Markings.Known markings, byte[] meaning, JsonNode node) {}

    private void add(ObjectCheck.Sound object, Content content, List<ObjectStore.Known> earlier) {
        String version = object.versioned() ? object.version() : StixMoment.text(next);
        String key = object.versioned() ? object.key() : StixMoment.key(version).orElseThrow();
        boolean alone = earlier.stream().allMatch(one -> one.meaning() == null);
        fresh.add(
                new ObjectStore.Fresh(
                        next,
                        object,
                        version,
                        key,
                        content.markings(),
                        content.meaning(),
                        content.node().toString(),
                        alone,
                        content.node()));
        if (!alone) {
            grown.add(object.id());
        }
        earlier.add(
                new ObjectStore.Known(
                        object.id(),
                        key,
                        content.meaning(),
                        object.revoked(),
                        terms.body(),
                        object.createdBy()));
        verdicts.add(Verdict.taken(object.id(), version));
        next = next.plusNanos(1_000);
    }

    /** TLP's own definitions say nothing that somebody might not read. */
    private Handling unmarked(ObjectCheck.Sound object) {
        return object.type().equals("marking-definition") ? Handling.CLEAR : terms.unmarked();
    }

    /** The same version; of an object without versions, one that says the same. */
    private static boolean same(ObjectStore.Known known, ObjectCheck.Sound object, byte[] meaning) {
        byte @Nullable [] before = known.meaning();
        if (before == null) {
            return false;
        }
        return object.versioned()
                ? known.key().equals(object.key())
                : Arrays.equals(before, meaning);
    }

    private static String written(ObjectCheck.Sound object, String key) {
        return object.versioned()
                ? object.version()
                : StixMoment.instant(key.substring(0, 26) + "Z").map(StixMoment::text).orElse(key);
    }

    private Optional<Reason> reason(
            ObjectCheck.Sound object, Markings.Known markings, List<ObjectStore.Known> earlier) {
        if (markings.handling().compareTo(terms.ceiling()) > 0) {
            return Optional.of(Reason.ABOVE_CEILING);
        }
        @Nullable String speaker = terms.speakers().get(speaker(object));
        if (speaker != null && !speaker.equals(terms.body())) {
            return Optional.of(Reason.OTHER_SPEAKER);
        }
        if (object.versioned() && earlier.stream().anyMatch(one -> foreign(one, object))) {
            return Optional.of(Reason.OTHER_CREATOR);
        }
        boolean over =
                earlier.stream()
                        .anyMatch(one -> one.revoked() && one.key().compareTo(object.key()) < 0);
        return over && object.versioned() ? Optional.of(Reason.REVOKED) : Optional.empty();
    }

    /** An identity speaks for itself. */
    private static String speaker(ObjectCheck.Sound object) {
        return object.createdBy().isEmpty() && object.type().equals("identity")
                ? object.id()
                : object.createdBy();
    }

    private boolean foreign(ObjectStore.Known earlier, ObjectCheck.Sound object) {
        return !earlier.body().equals(terms.body())
                || !earlier.createdBy().equals(object.createdBy());
    }

    private void refuse(Refused one, String about) {
        if (one.reason().kept()) {
            refused.add(one);
        }
        verdicts.add(
                new Verdict(
                        one.object().id(),
                        one.object().version(),
                        one.reason().words.formatted(about)));
    }
}
