package az.qalxan.engines.threatintel.json;

import tools.jackson.databind.JsonNode;

/** Takes the elements of an array in their order. */
@FunctionalInterface
public interface ElementSink {

    /** Takes one element; false when no more are wanted. */
    boolean take(JsonNode element, ElementPlace place);
}
