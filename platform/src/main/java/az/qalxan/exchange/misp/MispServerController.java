package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.Reachable;
import az.qalxan.web.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a program asks before anything else: which MISP this is, and who it is itself. */
@RestController
@RequestMapping("/misp/{collection}")
class MispServerController {

    /** The release whose interface this is. */
    private static final String VERSION = "2.5.1";

    private final MispPlaces places;
    private final Organisations organisations;
    private final CurrentCaller callers;

    MispServerController(MispPlaces places, Organisations organisations, CurrentCaller callers) {
        this.places = places;
        this.organisations = organisations;
        this.callers = callers;
    }

    @Requires("exchange:read")
    @GetMapping({"/servers/getVersion", "/servers/getVersion.json"})
    ResponseEntity<String> version(@PathVariable String collection) {
        Reachable place = places.known(collection);
        ObjectNode node = MispJson.JSON.createObjectNode();
        node.put("version", VERSION);
        node.put("pymisp_recommended_version", VERSION);
        node.put("perm_sync", place.canWrite());
        node.put("perm_sighting", place.canWrite());
        node.put("perm_galaxy_editor", false);
        node.put("perm_analyst_data", false);
        node.putArray("request_encoding");
        node.put("filter_sightings", false);
        return MispEventController.answer(node.toString());
    }

    @Requires("exchange:read")
    @GetMapping({"/servers/getPyMISPVersion", "/servers/getPyMISPVersion.json"})
    ResponseEntity<String> library(@PathVariable String collection) {
        places.known(collection);
        return MispEventController.answer("{\"version\":\"" + VERSION + "\"}");
    }

    @Requires("exchange:read")
    @GetMapping({"/users/view/me", "/users/view/me.json"})
    ResponseEntity<String> me(@PathVariable String collection) {
        Reachable place = places.known(collection);
        Caller caller = callers.require();
        ObjectNode node = MispJson.JSON.createObjectNode();
        MispEvent.Organisation own = organisations.of(caller.body().value());
        node.putObject("User")
                .put("id", "1")
                .put("org_id", "1")
                .put("email", caller.name())
                .put("autoalert", false)
                .put("role_id", "5")
                .put("disabled", false);
        node.putObject("Role")
                .put("id", "5")
                .put("name", "Sync user")
                .put("perm_add", place.canWrite())
                .put("perm_modify", place.canWrite())
                .put("perm_publish", place.canWrite())
                .put("perm_sync", place.canWrite())
                .put("perm_sighting", place.canWrite())
                .put("perm_auth", true)
                .put("perm_site_admin", false);
        node.putArray("UserSetting");
        node.putObject("Organisation")
                .put("id", "1")
                .put("uuid", own.uuid().toString())
                .put("name", own.name());
        return MispEventController.answer(node.toString());
    }
}
