package az.qalxan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.casework.CaseNumber;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the demonstration invents is registered as anything else. */
@PlatformTest
class DemoExhibitsTest {

    @Autowired ApplicationContext context;
    @Autowired DemoExhibits demo;

    @Test
    void everyInventedExhibitIsPutWithWhatBelongsToIt() throws Exception {
        EvidenceStage stage = new EvidenceStage(context);
        Caller lead = stage.cases.person("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        CaseNumber number = new CaseNumber(stage.cases.open(lead, "Uydurma iş"));
        Instant now = Instant.now();
        Map<DemoExhibits.Invented, Exhibit> put = new EnumMap<>(DemoExhibits.Invented.class);
        for (DemoExhibits.Invented one : DemoExhibits.Invented.values()) {
            put.put(one, demo.put(one, number, now, lead));
        }
        assertThat(put.values()).filteredOn(one -> one.stored() != null).hasSize(4);
        assertThat(put.values()).filteredOn(one -> one.acquisition().told()).hasSize(2);
        Exhibit laptop = Objects.requireNonNull(put.get(DemoExhibits.Invented.LAPTOP));
        assertThat(laptop.seals()).extracting(Seal::number).hasSize(2);
        assertThat(laptop.basis().code()).isEqualTo("handed-over");
        assertThat(demo.any(lead)).isTrue();
    }
}
