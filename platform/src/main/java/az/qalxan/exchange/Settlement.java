package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
        NOT_STIX("%s"),
        UNKNOWN_MARKING("its marking %s is not known here, so nobody may be given it"),
        ABOVE_CEILING("its marking is narrower than this collection takes from its sender"),
        OTHER_CONTENT("another object with this id and this version is here (STIX 2.1, 3.6)"),
        OTHER_CREATOR("only its creator may add a version to it (STIX 2.1, 3.6)"),
        OTHER_CREATED("its created is not that of its other versions (STIX 2.1, 3.6)"),
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

    /**
     * A refused object.
     *
     * @param id its place in the envelope where it has none
     * @param handling RED where its markings cannot be read
     */
    record Refused(
            String id,
            String version,
            Reason reason,
            Handling handling,
            String words,
            JsonNode content) {

        Refused {
            words = Verdict.printable(words);
        }

        static Refused of(ObjectCheck.Sound object, Reason reason, Handling handling, Told told) {
            return new Refused(
                    object.id(),
                    object.version(),
                    reason,
                    handling,
                    reason.words.formatted(told.about()),
                    told.content());
        }
    }

    /** What is to be told of a refused object: whatever the reason speaks of, and the whole. */
    private record Told(String about, JsonNode content) {}

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
    private final Map<String, Handling> narrowed = new HashMap<>();
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

    /**
     * Objects that are closed to more people although nothing of them was taken: their sender says
     * so, whatever else is wrong with what it sent.
     */
    Map<String, Handling> narrowed() {
        return narrowed;
    }

    void take(EnvelopeReading.Incoming incoming) {
        switch (incoming.found()) {
            case ObjectCheck.Faulty faulty ->
                    refuse(
                            new Refused(
                                    faulty.id(),
                                    faulty.version(),
                                    Reason.NOT_STIX,
                                    handling(reading(incoming, terms.unmarked())),
                                    faulty.words(),
                                    incoming.node()));
            case ObjectCheck.Sound sound -> take(sound, incoming);
        }
    }

    private Markings.Reading reading(EnvelopeReading.Incoming incoming, Handling unmarked) {
        return incoming.flaw().marking()
                ? new Markings.Unknown("")
                : Markings.of(incoming.node(), terms.book(), unmarked);
    }

    private static Handling handling(Markings.Reading reading) {
        return reading instanceof Markings.Known known ? known.handling() : Handling.RED;
    }

    private void take(ObjectCheck.Sound object, EnvelopeReading.Incoming incoming) {
        byte[] meaning = incoming.meaning();
        List<ObjectStore.Known> earlier =
                history.computeIfAbsent(object.id(), _ -> new ArrayList<>());
        Optional<ObjectStore.Known> same =
                earlier.stream().filter(one -> same(one, object, meaning)).findFirst();
        if (same.isPresent() && Arrays.equals(same.get().meaning(), meaning)) {
            verdicts.add(Verdict.taken(object.id(), written(object, same.get().key())));
            return;
        }
        Markings.Reading reading = reading(incoming, unmarked(object));
        JsonNode node = incoming.node();
        if (incoming.flaw().found()) {
            Told told = new Told(incoming.flaw().words(), node);
            refuse(Refused.of(object, Reason.NOT_STIX, handling(reading), told));
            narrow(object, reading, earlier);
            return;
        }
        if (!(reading instanceof Markings.Known markings)) {
            Told told = new Told(((Markings.Unknown) reading).marking(), node);
            refuse(Refused.of(object, Reason.UNKNOWN_MARKING, Handling.RED, told));
            return;
        }
        Optional<Reason> reason =
                same.isPresent()
                        ? Optional.of(Reason.OTHER_CONTENT)
                        : reason(object, markings, earlier);
        if (reason.isPresent()) {
            Told told = new Told(object.createdBy(), node);
            refuse(Refused.of(object, reason.get(), markings.handling(), told));
            narrow(object, reading, earlier);
            return;
        }
        add(object, new Content(markings, meaning, node), earlier);
    }

    /** A marking that its sender made narrower holds even where the version is not taken. */
    private void narrow(
            ObjectCheck.Sound object, Markings.Reading reading, List<ObjectStore.Known> earlier) {
        boolean own =
                !speaksForAnother(object)
                        && earlier.stream().anyMatch(one -> one.meaning() != null)
                        && earlier.stream().noneMatch(one -> foreign(one, object))
                        && earlier.stream().noneMatch(one -> later(one, object));
        if (own && reading instanceof Markings.Known known) {
            narrowed.merge(
                    object.id(),
                    known.handling(),
                    (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
    }

    private static boolean later(ObjectStore.Known earlier, ObjectCheck.Sound object) {
        return object.versioned() && earlier.key().compareTo(object.key()) > 0;
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
                        object.createdBy(),
                        object.created()));
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
        if (speaksForAnother(object)) {
            return Optional.of(Reason.OTHER_SPEAKER);
        }
        if (object.versioned() && earlier.stream().anyMatch(one -> foreign(one, object))) {
            return Optional.of(Reason.OTHER_CREATOR);
        }
        if (earlier.stream().anyMatch(one -> createdOtherwise(one, object))) {
            return Optional.of(Reason.OTHER_CREATED);
        }
        boolean over =
                earlier.stream()
                        .anyMatch(one -> one.revoked() && one.key().compareTo(object.key()) < 0);
        if (over && object.versioned()) {
            return Optional.of(Reason.REVOKED);
        }
        return aboveCeiling(markings.handling())
                ? Optional.of(Reason.ABOVE_CEILING)
                : Optional.empty();
    }

    private boolean aboveCeiling(Handling handling) {
        return handling.compareTo(terms.ceiling()) > 0;
    }

    private boolean speaksForAnother(ObjectCheck.Sound object) {
        @Nullable String speaker = terms.speakers().get(speaker(object));
        return speaker != null && !speaker.equals(terms.body());
    }

    /** Versions of an object have one creation in common. */
    private static boolean createdOtherwise(ObjectStore.Known earlier, ObjectCheck.Sound object) {
        return object.versioned()
                && !earlier.created().isEmpty()
                && !earlier.created().equals(object.created());
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

    private void refuse(Refused one) {
        boolean readable = one.reason() == Reason.UNKNOWN_MARKING || !aboveCeiling(one.handling());
        if (one.reason().kept() && readable) {
            refused.add(one);
        }
        verdicts.add(new Verdict(one.id(), one.version(), one.words()));
    }
}
