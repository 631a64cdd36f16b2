package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.listed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A rule among the properties of one object. */
sealed interface ShapeRule {

    void judge(ObjectNode object, Place place, Judging judging);

    /** At least one property of those that the shape defines. */
    record Any(Set<String> names) implements ShapeRule {
        @Override
        public void judge(ObjectNode object, Place place, Judging judging) {
            if (object.propertyStream().noneMatch(one -> names.contains(one.getKey()))
                    && !object.has("extensions")) {
                judging.brokenHere(
                        StixRule.AT_LEAST_ONE, place, "not one of the properties of its type");
            }
        }
    }

    record AnyOf(List<String> names) implements ShapeRule {
        @Override
        public void judge(ObjectNode object, Place place, Judging judging) {
            if (names.stream().noneMatch(object::has)) {
                judging.brokenHere(
                        StixRule.AT_LEAST_ONE, place, "one is needed of " + listed(names));
            }
        }
    }

    record OneOf(List<String> names) implements ShapeRule {
        @Override
        public void judge(ObjectNode object, Place place, Judging judging) {
            List<String> there = names.stream().filter(object::has).toList();
            if (there.size() != 1) {
                judging.brokenHere(
                        StixRule.EXACTLY_ONE,
                        place,
                        "exactly one is needed of %s, there are %d"
                                .formatted(listed(names), there.size()));
            }
        }
    }

    record Needs(String name, List<String> others) implements ShapeRule {
        @Override
        public void judge(ObjectNode object, Place place, Judging judging) {
            if (!object.has(name)) {
                return;
            }
            for (String other : others) {
                if (!object.has(other)) {
                    judging.brokenHere(
                            StixRule.NEEDS, place.member(name), name + " needs " + other);
                }
            }
        }
    }

    /** The first moment is not after the second; with strict not the same either. */
    record Order(String first, String second, boolean strict) implements ShapeRule {
        @Override
        public void judge(ObjectNode object, Place place, Judging judging) {
            if (!object.has(second)) {
                return;
            }
            Optional<StixTimestamp> from = moment(object, first);
            Optional<StixTimestamp> to = moment(object, second);
            if (from.isEmpty() || to.isEmpty()) {
                return;
            }
            int order = from.get().compareTo(to.get());
            if (order > 0 || strict && order == 0) {
                String words = strict ? "%s must be later than %s" : "%s is earlier than %s";
                judging.brokenHere(
                        StixRule.ORDER_OF_TIMES,
                        place.member(second),
                        words.formatted(second, first));
            }
        }

        private static Optional<StixTimestamp> moment(ObjectNode object, String name) {
            return Stream.ofNullable(object.get(name))
                    .filter(JsonNode::isString)
                    .flatMap(value -> StixTimestamp.of(value.asString()).stream())
                    .findFirst();
        }
    }
}
