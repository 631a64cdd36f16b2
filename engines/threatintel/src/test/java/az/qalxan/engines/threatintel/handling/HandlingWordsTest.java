package az.qalxan.engines.threatintel.handling;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.stix.Tlp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class HandlingWordsTest {

    private static final String POLICY =
            """
            {"id":"0c9e8f11-6b1a-4f61-9b0a-5a3c1b1d2e3f","name":"Partners","iep_version":2.0,
            "start_date":"2026-01-01T00:00:00Z","end_date":null,"tlp":"amber",
            "encrypt_in_transit":"must","permitted_actions":"externally visible indirect actions",
            "affected_party_notifications":"may","attribution":"must not",
            "unmodified_resale":"must not"}\
            """;

    @ParameterizedTest
    @CsvSource({
        "RED, SEARCH_OWN_RECORDS, ASK_OTHERS",
        "AMBER, ASK_OTHERS, ACT_ON_TARGET",
        "GREEN, ACT_ON_TARGET, PUBLISH"
    })
    void papAllowsSoMuchAndNoMore(Pap pap, PapAction most, PapAction tooMuch) {
        assertThat(pap.allows(most)).isTrue();
        assertThat(pap.allows(tooMuch)).isFalse();
        assertThat(Pap.CLEAR.allows(tooMuch)).isTrue();
        assertThat(Pap.of(pap.label().toLowerCase(java.util.Locale.ROOT))).contains(pap);
    }

    @Test
    void narrowerPapCounts() {
        assertThat(Pap.GREEN.narrower(Pap.RED)).isEqualTo(Pap.RED);
        assertThat(Pap.of("PAP:WHITE")).contains(Pap.CLEAR);
        assertThat(Pap.of("TLP:RED")).isEmpty();
    }

    @Test
    void policyIsReadWithWhatItAllows() {
        Iep iep = Iep.of(JsonMapper.shared().readTree(POLICY)).orElseThrow();
        assertThat(iep.tlp()).isEqualTo(Tlp.AMBER);
        assertThat(iep.sealedInTransit()).isTrue();
        assertThat(iep.allows(Iep.Actions.INTERNALLY_VISIBLE_ACTIONS)).isTrue();
        assertThat(iep.allows(Iep.Actions.EXTERNALLY_VISIBLE_DIRECT_ACTIONS)).isFalse();
        assertThat(iep.pap()).isEqualTo(Pap.AMBER);
        assertThat(iep.attribution()).isEqualTo(Iep.Attribution.MUST_NOT);
        assertThat(iep.holds(Instant.parse("2025-12-31T23:59:59Z"))).isFalse();
        assertThat(iep.holds(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "amber, blue",
        "must not, sometimes",
        "externally visible indirect actions, everything",
        "2026-01-01T00:00:00Z, yesterday"
    })
    void policyThatIsNotUnderstoodIsNone(String right, String wrong) {
        String text = POLICY.replace('"' + right + '"', '"' + wrong + '"');
        assertThat(Iep.of(JsonMapper.shared().readTree(text))).isEmpty();
    }
}
