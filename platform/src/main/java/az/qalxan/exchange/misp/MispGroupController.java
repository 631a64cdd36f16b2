package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sharing groups over MISP's own interface. */
@RestController
@RequestMapping("/misp/{collection}/sharing_groups")
class MispGroupController {

    private final MispPlaces places;
    private final GroupDesk desk;
    private final EventWriter writer;
    private final CurrentCaller callers;

    MispGroupController(
            MispPlaces places, GroupDesk desk, EventWriter writer, CurrentCaller callers) {
        this.places = places;
        this.desk = desk;
        this.writer = writer;
        this.callers = callers;
    }

    @Requires("exchange:read")
    @GetMapping({"", "/index", "/index.json"})
    ResponseEntity<String> list(@PathVariable String collection) {
        places.known(collection);
        ArrayNode list = MispJson.JSON.createArrayNode();
        desk.all().forEach(one -> list.add(node(one)));
        ObjectNode answer = MispJson.JSON.createObjectNode();
        answer.set("response", list);
        return MispEventController.answer(answer.toString());
    }

    private ObjectNode node(GroupStore.StoredGroup group) {
        ObjectNode node = MispJson.JSON.createObjectNode();
        ObjectNode inner = node.putObject("SharingGroup");
        inner.put("id", String.valueOf(group.number()));
        inner.put("uuid", group.uuid().toString());
        inner.put("name", group.name());
        inner.put("releasability", group.releasability());
        inner.put("active", group.active());
        ObjectNode members = MispJson.JSON.createObjectNode();
        writer.members(members, group.uuid());
        members.forEachEntry(node::set);
        return node;
    }

    @Requires("exchange:create")
    @PostMapping("/add")
    ResponseEntity<String> add(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        places.writable(collection);
        JsonNode body = MispJson.inside(MispJson.body(request), "SharingGroup");
        Flaws flaws = new Flaws();
        MispGroup group = Groups.read(body, "/SharingGroup", flaws);
        if (!flaws.found().isEmpty()) {
            throw MispFault.malformed(flaws.found());
        }
        GroupStore.StoredGroup made =
                desk.add(callers.require(), group)
                        .orElseThrow(() -> MispFault.forbidden("This sharing group is there."));
        return MispEventController.answer(node(made).toString());
    }

    @Requires("exchange:create")
    @PostMapping({"/addOrg", "/addOrg/{group}/{organisation}"})
    ResponseEntity<String> enter(
            @PathVariable String collection,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable(required = false) @Nullable String organisation,
            HttpServletRequest request)
            throws IOException {
        return member(collection, named(request, group, organisation), true);
    }

    @Requires("exchange:create")
    @PostMapping({"/removeOrg", "/removeOrg/{group}/{organisation}"})
    ResponseEntity<String> leave(
            @PathVariable String collection,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable(required = false) @Nullable String organisation,
            HttpServletRequest request)
            throws IOException {
        return member(collection, named(request, group, organisation), false);
    }

    /** A sharing group and an organisation, as a request names them. */
    private record Named(String group, String organisation) {}

    private static Named named(
            HttpServletRequest request, @Nullable String group, @Nullable String organisation)
            throws IOException {
        JsonNode body = MispJson.body(request);
        return new Named(
                group == null ? body.path("sg_id").asString("") : group,
                organisation == null ? body.path("org_id").asString("") : organisation);
    }

    private ResponseEntity<String> member(String collection, Named named, boolean in) {
        places.writable(collection);
        Caller caller = callers.require();
        Optional<UUID> group = desk.named(named.group());
        Optional<UUID> organisation = desk.organisation(named.organisation());
        if (group.isEmpty() || organisation.isEmpty()) {
            throw MispFault.notFound(group.isEmpty() ? "sharing group" : "organisation");
        }
        if (!desk.change(caller, group.get(), organisation.get(), in)) {
            throw MispFault.forbidden("Only who made a sharing group may change it.");
        }
        return MispEventController.answer(
                "{\"saved\":true,\"success\":true,\"name\":\"Organisation "
                        + (in ? "added to" : "removed from")
                        + " the sharing group.\"}");
    }
}
