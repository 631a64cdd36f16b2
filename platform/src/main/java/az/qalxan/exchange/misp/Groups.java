package az.qalxan.exchange.misp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads sharing groups as MISP writes them. */
final class Groups {

    private static final int NAME_CHARS_MAX = 255;
    private static final int ORGANISATIONS_MAX = 2_000;
    private static final Set<String> APART =
            Set.of("SharingGroupOrg", "SharingGroupServer", "Organisation");

    private Groups() {}

    static MispGroup read(JsonNode node, String at, Flaws flaws) {
        UUID uuid = flaws.uuid(node, at);
        String name =
                node.has("name") ? flaws.text(node, "name", at, NAME_CHARS_MAX) : uuid.toString();
        Map<UUID, String> organisations = new HashMap<>();
        int index = 0;
        for (JsonNode one : node.path("SharingGroupOrg")) {
            String place = at + "/SharingGroupOrg/" + index++;
            JsonNode organisation = MispJson.inside(one, "Organisation");
            Optional<UUID> member = Flaws.uuid(organisation.path("uuid").asString(""));
            if (member.isEmpty()) {
                flaws.add(place, "an organisation has a UUID");
            } else if (organisations.size() < ORGANISATIONS_MAX) {
                String called = organisation.path("name").asString("");
                organisations.put(
                        member.get(), called.substring(0, Math.min(called.length(), 255)));
            }
        }
        return new MispGroup(
                uuid,
                name.isBlank() ? "?" : name,
                node.path("releasability").asString(""),
                flaws.flag(node, "active", at, true),
                node.path("SharingGroupOrg").isArray(),
                organisations,
                Members.without(node, APART));
    }
}
