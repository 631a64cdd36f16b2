package az.qalxan.engines.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identifiers that one report states, chosen when they are first needed. */
final class Statement {

    /** What an identifier is and whose. */
    private record Choice(String value, PlantedIdentifier.Standing standing) {}

    private final Witness witness;
    private final Forge forge;
    private final double reuse;
    private final long firstDay;
    private final @Nullable Choice[] chosen = new Choice[Kind.values().length];
    private final List<PlantedIdentifier> planted = new ArrayList<>(4);
    private boolean bridged;

    Statement(Witness witness, Forge forge, CountryPlan plan) {
        this.witness = witness;
        this.forge = forge;
        this.firstDay = plan.from().toEpochDay();
        Ring ring = witness.incident().ring();
        this.reuse = ring == null ? 0 : ring.reuse(plan);
    }

    boolean names(Kind kind) {
        return chosen[kind.ordinal()] != null;
    }

    /** How many identifiers of the offender are stated. */
    int countOfOffender() {
        int count = 0;
        for (Choice choice : chosen) {
            count += choice == null ? 0 : 1;
        }
        return count;
    }

    boolean bridged() {
        return bridged;
    }

    List<PlantedIdentifier> planted() {
        return planted;
    }

    /** Writes an identifier of the offender into the story. */
    void mention(Kind kind, TypedText text) {
        Choice choice = choice(kind);
        write(kind, choice.value(), choice.standing(), text);
    }

    void mention(Hub hub, TypedText text) {
        String value = hub.value(witness.bank(), witness.dice().below(2));
        write(hub.kind(), value, PlantedIdentifier.Standing.HUB, text);
    }

    void mentionOwnPhone(TypedText text) {
        String value = forge.ownPhone(witness.number());
        write(Kind.PHONE, value, PlantedIdentifier.Standing.OWN, text);
    }

    /** States an account of an innocent agent in a field of the form. */
    void enterAgent(Kind kind, int lot) {
        int nowhere = PlantedIdentifier.NOT_IN_STORY;
        planted.add(
                new PlantedIdentifier(
                        kind.code(),
                        forge.agent(kind, lot),
                        nowhere,
                        nowhere,
                        PlantedIdentifier.Standing.HUB));
    }

    /** States an identifier of the offender only in a field of the form. */
    void enter(Kind kind) {
        Choice choice = choice(kind);
        int nowhere = PlantedIdentifier.NOT_IN_STORY;
        planted.add(
                new PlantedIdentifier(
                        kind.code(), choice.value(), nowhere, nowhere, choice.standing()));
    }

    private void write(
            Kind kind, String value, PlantedIdentifier.Standing standing, TypedText text) {
        int start = text.exact(Notation.written(kind, value, witness.dice()));
        planted.add(new PlantedIdentifier(kind.code(), value, start, text.length(), standing));
    }

    private Choice choice(Kind kind) {
        Choice known = chosen[kind.ordinal()];
        if (known != null) {
            return known;
        }
        Choice drawn = draw(kind);
        chosen[kind.ordinal()] = drawn;
        return drawn;
    }

    private Choice draw(Kind kind) {
        Ring ring = witness.incident().ring();
        Ring other = witness.incident().bridge();
        if (other != null && !bridged) {
            bridged = true;
            return new Choice(stock(kind, other), PlantedIdentifier.Standing.BRIDGE);
        }
        if (ring != null && witness.dice().chance(reuse)) {
            return new Choice(stock(kind, ring), PlantedIdentifier.Standing.RING);
        }
        long serial = forge.serialOf(witness.number());
        return new Choice(forge.value(kind, serial), PlantedIdentifier.Standing.SINGLE);
    }

    private String stock(Kind kind, Ring ring) {
        double day = witness.incident().dayOf(ring, firstDay);
        return forge.value(kind, ring.serialAt(kind, day, witness.dice()));
    }
}
