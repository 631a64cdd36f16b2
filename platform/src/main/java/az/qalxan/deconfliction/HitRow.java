package az.qalxan.deconfliction;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one side knows of a hit: that the other body holds the identifier too, and its own records.
 *
 * @param other the other body's code
 * @param kind of identifier; message key {@code identifier.<kind>}
 * @param newest the own newest record in which it stands
 * @param open whether the other side may know of this one
 * @param outgoing what became of asking them; the latest
 * @param incoming what became of their asking us; the latest
 */
record HitRow(
        UUID id,
        String other,
        String kind,
        String value,
        UUID newest,
        boolean open,
        boolean setAside,
        @Nullable Ask outgoing,
        @Nullable Ask incoming) {

    /** The same row with the asks among these that belong to it. */
    HitRow with(List<Ask> asks) {
        return new HitRow(
                id,
                other,
                kind,
                value,
                newest,
                open,
                setAside,
                latest(asks, false),
                latest(asks, true));
    }

    private @Nullable Ask latest(List<Ask> asks, boolean fromThem) {
        return asks.stream()
                .filter(one -> one.hit().equals(id) && one.asking().equals(other) == fromThem)
                .findFirst()
                .orElse(null);
    }

    /** A word that a list says about a hit; message key {@code hit.chip.<code>}. */
    enum Chip {
        TO_DECIDE("saf"),
        WAITING("pet"),
        READABLE("fern"),
        GIVEN("fern"),
        REFUSED("nar"),
        HIDDEN(""),
        ASIDE("");

        private final String colour;

        Chip(String colour) {
            this.colour = colour;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String colour() {
            return colour;
        }
    }

    List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        switch (asked()) {
            case Disclosure.Asked ignored -> chips.add(Chip.TO_DECIDE);
            case Disclosure.Consented ignored -> chips.add(Chip.GIVEN);
            case Disclosure.Askable ignored -> {}
        }
        switch (asking()) {
            case Disclosure.Asked ignored -> chips.add(Chip.WAITING);
            case Disclosure.Consented ignored -> chips.add(Chip.READABLE);
            case Disclosure.Refused ignored -> chips.add(Chip.REFUSED);
            case Disclosure.Askable ignored -> {}
        }
        if (!open) {
            chips.add(Chip.HIDDEN);
        }
        if (setAside) {
            chips.add(Chip.ASIDE);
        }
        return chips;
    }

    Disclosure asking() {
        return outgoing == null ? Disclosure.OPEN : outgoing.state();
    }

    Disclosure asked() {
        return incoming == null ? Disclosure.OPEN : incoming.state();
    }
}
