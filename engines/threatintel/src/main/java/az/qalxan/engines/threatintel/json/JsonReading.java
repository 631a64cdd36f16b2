package az.qalxan.engines.threatintel.json;

import tools.jackson.databind.JsonNode;

/** What came of reading one JSON text. */
public sealed interface JsonReading {

    record Read(JsonNode node) implements JsonReading {}

    record Refused(JsonFault fault) implements JsonReading {}
}
