package az.qalxan.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.PlatformTest;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The state of the official plan agrees with the raw file, which is counted here by itself. */
@PlatformTest
class PlanStatusTest {

    @Autowired EditionDesk desk;
    @Autowired PlanMessages messages;

    @Test
    void theStateIsWhatTheFileSays() throws IOException {
        assumeTrue(
                Files.isReadable(TestPlans.official()),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
        byte[] yaml = Files.readAllBytes(TestPlans.official());
        JsonNode raw = new YAMLMapper().readTree(yaml);
        ActingAs.run(TransactionIdentity.job("test"), () -> desk.record(yaml, "test", ""));
        JsonNode status = messages.status(null).orElseThrow();
        JsonNode counts = status.path("counts");
        assertThat(counts.path("priorities").asInt()).isEqualTo(9);
        assertThat(counts.path("groups").asInt()).isEqualTo(16);
        assertThat(counts.path("measures").asInt()).isEqualTo(56);
        assertThat(counts.path("targets").asInt()).isEqualTo(27);
        assertThat(counts.path("objectives").asInt()).isEqualTo(27);
        assertThat(counts.path("openEnded").asInt()).isEqualTo(36);
        Map<String, Integer> leads = new TreeMap<>();
        Map<String, Integer> executors = new TreeMap<>();
        for (JsonNode measure : raw.required("measures")) {
            leads.merge(measure.required("lead").asString(), 1, Integer::sum);
            for (JsonNode executor : measure.required("executors")) {
                executors.merge(executor.required("body").asString(), 1, Integer::sum);
            }
        }
        Map<String, Integer> toldLeads = new TreeMap<>();
        Map<String, Integer> toldExecutors = new TreeMap<>();
        for (JsonNode body : status.path("bodies")) {
            told(toldLeads, body, "lead");
            told(toldExecutors, body, "executor");
        }
        assertThat(toldLeads).isEqualTo(leads);
        assertThat(toldExecutors).isEqualTo(executors);
        assertThat(
                        status.at("/withoutMeasures/targets")
                                .valueStream()
                                .map(one -> one.path("id").asString()))
                .containsExactly("4.1.6", "4.1.17", "4.1.24");
        assertThat(status.at("/withoutMeasures/objectives").isEmpty()).isTrue();
    }

    private static void told(Map<String, Integer> counts, JsonNode body, String role) {
        int count = body.path(role).asInt();
        if (count > 0) {
            counts.put(body.path("acronym").asString(), count);
        }
    }
}
