package az.qalxan.exchange.misp;

import az.qalxan.web.ProblemFound;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what went wrong as MISP does. */
@RestControllerAdvice(
        assignableTypes = {
            MispServerController.class,
            MispEventController.class,
            MispAttributeController.class,
            MispSightingController.class,
            MispGroupController.class,
            MispFeedController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MispAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(MispAdvice.class);

    MispAdvice() {}

    @ExceptionHandler(MispFault.class)
    ResponseEntity<String> found(MispFault fault) {
        return error(fault.status(), fault.name(), fault.errors());
    }

    /** What is decided before a request reaches this module: the key, rights, haste. */
    @ExceptionHandler(ProblemFound.class)
    ResponseEntity<String> found(ProblemFound found) {
        int status = found.problem().status();
        String words =
                status == 401
                        ? "Authentication failed. Please make sure you pass the API key of an API"
                                + " enabled user along in the Authorization header."
                        : "You do not have permission to use this functionality.";
        return error(status, words, List.of("urn:qalxan:problem:" + found.problem().slug()));
    }

    /** A row that the database does not let through: the marking is beyond the caller. */
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<String> unexpected(DataAccessException error) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {} at the door of MISP", incident, error);
        return error(500, "The server failed. Incident " + incident, List.of());
    }

    private static ResponseEntity<String> error(int status, String name, List<String> errors) {
        ObjectNode node = MispJson.JSON.createObjectNode();
        node.put("saved", false);
        node.put("name", name);
        node.put("message", name);
        if (!errors.isEmpty()) {
            ArrayNode list = node.putArray("errors");
            errors.forEach(list::add);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(node.toString());
    }
}
