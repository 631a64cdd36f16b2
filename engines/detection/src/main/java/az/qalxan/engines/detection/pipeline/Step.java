package az.qalxan.engines.detection.pipeline;

import java.util.List;

/**
 * One transformation and what it is asked for.
 *
 * @param id by which other steps ask whether it was done; may be empty
 */
public record Step(String id, Asked asked, Change change) {

    /**
     * What has to hold so that a step is done.
     *
     * @param rule of the rule as a whole
     * @param item of an item with its values
     * @param field of the name of a field
     */
    record Asked(Joined<RuleAsked> rule, Joined<ItemAsked> item, Joined<FieldAsked> field) {}

    /** Several conditions, of which all or one has to hold, or not so. */
    record Joined<A>(List<A> conditions, boolean any, boolean negated) {

        interface Holding<A> {
            boolean of(A condition);
        }

        boolean hold(Holding<A> holding) {
            if (conditions.isEmpty()) {
                return true;
            }
            boolean held =
                    any
                            ? conditions.stream().anyMatch(holding::of)
                            : conditions.stream().allMatch(holding::of);
            return held != negated;
        }
    }

    /** Asks something of a rule. */
    interface RuleAsked {
        boolean of(RuleDraft rule);
    }

    /** Asks something of an item. */
    interface ItemAsked {
        boolean of(RuleDraft rule, DraftPart.Item item);
    }

    /** Asks something of a field's name; of what was done to the item that it stands in. */
    interface FieldAsked {
        boolean of(RuleDraft rule, String field, DraftPart.Item item);
    }

    /** Changes a rule, its items as far as the step is for them. */
    sealed interface Change {

        /** Changes one item. */
        non-sealed interface OfItem extends Change {
            DraftPart of(DraftPart.Item item, RuleDraft rule);
        }

        /** Changes the name of a field to one or several. */
        non-sealed interface OfField extends Change {
            List<String> of(String field);
        }

        /** Changes the rule itself. */
        non-sealed interface OfRule extends Change {
            void of(RuleDraft rule);
        }

        /** Several steps as one. */
        record Nested(List<Step> steps) implements Change {}
    }

    void apply(RuleDraft draft) {
        if (!asked.rule().hold(one -> one.of(draft))) {
            return;
        }
        switch (change) {
            case Change.OfRule rule -> rule.of(draft);
            case Change.Nested nested -> nested.steps().forEach(one -> one.apply(draft));
            case Change.OfItem items ->
                    draft.change(part -> isFor(part, draft) ? item(items, part, draft) : part);
            case Change.OfField fields ->
                    draft.change(part -> isFor(part, draft) ? field(fields, part) : part);
        }
        draft.done().add(id);
    }

    private boolean isFor(DraftPart part, RuleDraft draft) {
        return part instanceof DraftPart.Item item
                && asked.item().hold(one -> one.of(draft, item))
                && asked.field().hold(one -> one.of(draft, item.field(), item));
    }

    private DraftPart item(Change.OfItem items, DraftPart part, RuleDraft draft) {
        return part instanceof DraftPart.Item item ? items.of(item.doneBy(id), draft) : part;
    }

    /** Where there are several names, one of them has to fit. */
    private DraftPart field(Change.OfField fields, DraftPart part) {
        if (!(part instanceof DraftPart.Item item)) {
            return part;
        }
        DraftPart.Item mapped = references(fields, item);
        if (item.field().isEmpty()) {
            return mapped;
        }
        List<String> names = fields.of(item.field());
        if (names.equals(List.of(item.field()))) {
            return mapped;
        }
        List<DraftPart> parts =
                names.stream().<DraftPart>map(name -> mapped.named(name).doneBy(id)).toList();
        return parts.size() == 1 ? parts.getFirst() : new DraftPart.Any(parts);
    }

    /** A value that names another field is a name too. */
    private static DraftPart.Item references(Change.OfField fields, DraftPart.Item item) {
        if (!item.modifiers().contains("fieldref")) {
            return item;
        }
        return item.with(
                item.values().stream()
                        .flatMap(value ->
                                fields.of(value.text()).stream()
                                        .map(name -> Values.text(value, name)))
                        .toList());
    }

    /** The name of a field where the step asks nothing of rules and items. */
    String field(String name) {
        boolean always = asked.rule().conditions().isEmpty() && asked.item().conditions().isEmpty();
        if (!always || !asked.field().conditions().isEmpty()) {
            return name;
        }
        return switch (change) {
            case Change.OfField fields -> fields.of(name).getFirst();
            case Change.Nested nested -> {
                String now = name;
                for (Step step : nested.steps()) {
                    now = step.field(now);
                }
                yield now;
            }
            case Change.OfItem _, Change.OfRule _ -> name;
        };
    }
}
