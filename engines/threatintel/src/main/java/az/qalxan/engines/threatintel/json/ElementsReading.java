package az.qalxan.engines.threatintel.json;

import tools.jackson.databind.node.ObjectNode;

/** What came of reading the elements of one array one by one. */
public sealed interface ElementsReading {

    /** How many elements the sink took before this. */
    long elements();

    /**
     * Everything was read.
     *
     * @param rest the object around the array, without the array
     * @param found whether there was such an array at all
     */
    record Ended(ObjectNode rest, boolean found, long elements) implements ElementsReading {}

    /** The sink wanted no more. */
    record Stopped(long elements) implements ElementsReading {}

    record Refused(JsonFault fault, long elements) implements ElementsReading {}
}
