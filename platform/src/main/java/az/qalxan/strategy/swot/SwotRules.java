package az.qalxan.strategy.swot;

import az.qalxan.jurisdiction.Jurisdiction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** From which age on evidence is old, as the country's pack says. */
@Component
final class SwotRules {

    private final int evidenceMonths;
    private final ZoneId zone;

    SwotRules(Jurisdiction jurisdiction) {
        this.zone = jurisdiction.zone();
        String name = "packs/" + jurisdiction.code() + "/strategy-commission.yaml";
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            this.evidenceMonths =
                    new YAMLMapper().readTree(file).required("swot_evidence_months").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + name, e);
        }
    }

    int evidenceMonths() {
        return evidenceMonths;
    }

    ZoneId zone() {
        return zone;
    }
}
