package az.qalxan.engines.threatintel.stix;

import tools.jackson.databind.JsonNode;

/** What one value must be like. */
@FunctionalInterface
interface ValueRule {

    void judge(JsonNode value, Place place, Judging judging);
}
