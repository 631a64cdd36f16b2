package az.qalxan.engines.linking.record;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What learning knows of the fields before it sees a row.
 *
 * @param scopes who shares each field
 * @param expectations how often each field agrees among rows of one person
 * @param households whether people of one household are looked for
 */
record FieldTraits(List<Scope> scopes, List<Expectation> expectations, boolean households) {

    FieldTraits {
        scopes = List.copyOf(scopes);
        expectations = List.copyOf(expectations);
    }

    static FieldTraits of(LinkSchema schema) {
        List<FieldKind> kinds = schema.fields().stream().map(LinkField::kind).toList();
        boolean[] swapped = new boolean[kinds.size()];
        for (LinkSchema.Swap swap : schema.swaps()) {
            swapped[Math.min(swap.first(), swap.second())] = true;
        }
        Expectation[] expectations = new Expectation[kinds.size()];
        for (int field = 0; field < expectations.length; field++) {
            Expectation usual = kinds.get(field).comparison().expectation();
            expectations[field] = swapped[field] ? usual.withSwap() : usual.withoutSwap();
        }
        return new FieldTraits(
                kinds.stream().map(FieldKind::scope).toList(), List.of(expectations), true);
    }

    int fields() {
        return scopes.size();
    }

    boolean shared(int field) {
        return scopes.get(field) != Scope.PERSON;
    }

    boolean local(int field) {
        return scopes.get(field) == Scope.PLACE;
    }

    boolean address(int field) {
        return scopes.get(field) == Scope.HOME || local(field);
    }

    /** A move shows when several parts of an address change while other fields agree. */
    boolean seesMoves() {
        long parts = IntStream.range(0, fields()).filter(this::address).count();
        return parts >= 2 && fields() - parts >= 2;
    }

    /** Households can be told from persons only by personal fields, and need two shared ones. */
    boolean seesHouseholds() {
        long shared = scopes.stream().filter(scope -> scope != Scope.PERSON).count();
        return households && shared >= 2 && shared < fields();
    }

    FieldTraits withoutHouseholds() {
        return new FieldTraits(scopes, expectations, false);
    }

    boolean seesPlaces() {
        return scopes.stream().filter(scope -> scope == Scope.PLACE).count() >= 2;
    }
}
