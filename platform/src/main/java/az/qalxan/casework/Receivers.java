package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.Jurisdiction;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The bodies that reports and cases can be sent to. */
@Component
public class Receivers {

    private static final Set<String> KINDS = Set.of("competent-body", "cert");

    private final Jurisdiction jurisdiction;

    Receivers(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    /** All of them but that one. */
    public List<Body> without(BodyCode own) {
        return jurisdiction.bodies().stream()
                .filter(body -> body.kinds().stream().anyMatch(KINDS::contains))
                .filter(body -> !body.code().equals(own.value()))
                .toList();
    }
}
