package az.qalxan.engines.threatintel.stix;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.stix.Redaction.Result;
import az.qalxan.engines.threatintel.stix.StixMarkings.Handling;
import az.qalxan.engines.threatintel.stix.StixVersions.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Markings, redaction, versions. */
class HandlingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00.123456Z");
    private static final String US = "identity--0f2d4a3e-7c39-4c1b-9f0e-0d9b6c9a1e11";
    private static final String GREEN = Tlp.GREEN.marking();
    private static final String RED = Tlp.RED.marking();
    private static final String RED_1 = Tlp.RED.markingOfTlp1().orElseThrow();
    private static final String OTHER = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ec";

    private final Redaction redaction =
            new Redaction(US, () -> UUID.fromString("6a2f41a3-c54c-4b2c-9d3a-4b9c8b1f2e3d"));

    private static String marked(String... ids) {
        return "'object_marking_refs':['" + String.join("','", ids) + "']";
    }

    private static String part(String marking, String... selectors) {
        return "{'marking_ref':'%s','selectors':['%s']}"
                .formatted(marking, String.join("','", selectors));
    }

    private static Handling handling(String more) {
        return StixMarkings.of(Objects.indicator(more)).handling(MarkingMeaning::ofId);
    }

    @Test
    void theNarrowestOfAllMarkingsHolds() {
        assertThat(handling("")).isEqualTo(new Handling.Unmarked());
        assertThat(handling(marked(GREEN))).isEqualTo(new Handling.Limited(Tlp.GREEN));
        assertThat(handling(marked(GREEN, RED_1))).isEqualTo(new Handling.Limited(Tlp.RED));
        assertThat(handling("'granular_markings':[" + part(RED, "name") + "]"))
                .isEqualTo(new Handling.Limited(Tlp.RED));
        assertThat(handling(marked(GREEN, OTHER)))
                .isEqualTo(new Handling.Undecided(java.util.Set.of(OTHER)));
    }

    @Test
    void aDefinitionSaysWhatItMeans() {
        ObjectNode statement =
                Objects.of("{'id':'" + OTHER + "','definition_type':'statement','definition':{}}");
        assertThat(MarkingMeaning.of(statement)).isEqualTo(new MarkingMeaning.Statement());
        statement.putObject("extensions").putObject("extension-definition--x");
        assertThat(MarkingMeaning.of(statement)).isEqualTo(new MarkingMeaning.Unknown());
        for (Tlp tlp : Tlp.values()) {
            assertThat(MarkingMeaning.ofId(tlp.marking()))
                    .isEqualTo(new MarkingMeaning.Audience(tlp));
        }
        assertThat(Tlp.ofWord("white")).contains(Tlp.CLEAR);
    }

    @Test
    void redactionMakesANewObjectThatSaysWhereItComesFrom() {
        ObjectNode object =
                Objects.indicator(
                        "'labels':['one','two','three'],"
                                + marked(GREEN)
                                + ",'granular_markings':["
                                + part(RED, "description", "labels.[0]")
                                + ","
                                + part(GREEN, "labels.[1]", "description", "name")
                                + "]");
        assertThat(Objects.codes(object)).isEmpty();
        Result result = redaction.redact(object, Tlp.GREEN, MarkingMeaning::ofId, NOW);
        assertThat(result).isInstanceOf(Result.Redacted.class);
        ObjectNode redacted = ((Result.Redacted) result).object();
        assertThat(redacted.has("description")).isFalse();
        assertThat(redacted.get("labels").toString()).isEqualTo("[\"two\",\"three\"]");
        assertThat(redacted.get("granular_markings").toString().replace('"', '\''))
                .isEqualTo("[" + part(GREEN, "labels.[0]", "name") + "]");
        assertThat(redacted.get("id")).isNotEqualTo(object.get("id"));
        assertThat(redacted.get("created_by_ref").asString()).isEqualTo(US);
        assertThat(redacted.get("modified").asString()).isEqualTo("2026-11-28T04:00:00.123456Z");
        ObjectNode derived = ((Result.Redacted) result).derivedFrom();
        assertThat(Objects.codes(derived)).isEmpty();
        assertThat(derived.get("source_ref")).isEqualTo(redacted.get("id"));
        assertThat(derived.get("target_ref")).isEqualTo(object.get("id"));
    }

    @Test
    void whatCannotBeRedactedIsNotForwarded() {
        ObjectNode pattern =
                Objects.indicator("'granular_markings':[" + part(RED, "pattern") + "]");
        assertThat(redaction.redact(pattern, Tlp.GREEN, MarkingMeaning::ofId, NOW))
                .isInstanceOf(Result.NothingLeft.class);
        assertThat(redaction.redact(pattern, Tlp.RED, MarkingMeaning::ofId, NOW))
                .isEqualTo(new Result.AsItIs());
        for (String marking : List.of(RED, RED_1, OTHER)) {
            ObjectNode whole = Objects.indicator(marked(marking));
            assertThat(redaction.redact(whole, Tlp.AMBER, MarkingMeaning::ofId, NOW))
                    .isEqualTo(new Result.NotForAudience());
        }
        ObjectNode unknown = Objects.indicator("'granular_markings':[" + part(OTHER, "name") + "]");
        assertThat(redaction.redact(unknown, Tlp.RED, MarkingMeaning::ofId, NOW))
                .isInstanceOf(Result.Redacted.class);
    }

    @Test
    void onlyTheCreatorMakesVersionsAndRevocationIsPermanent() {
        ObjectNode first = Objects.indicator("");
        ObjectNode next = StixVersions.next(first, NOW).put("name", "c");
        ObjectNode revoked = StixVersions.revoked(next, NOW);
        assertThat(revoked.get("modified").asString()).isEqualTo("2026-11-28T04:00:00.124456Z");
        assertThat(StixVersions.standing(first, List.of())).isEqualTo(Standing.FIRST);
        assertThat(StixVersions.standing(next, List.of(first))).isEqualTo(Standing.NEWER);
        assertThat(StixVersions.standing(first, List.of(revoked, next))).isEqualTo(Standing.OLDER);
        assertThat(StixVersions.standing(first, List.of(first.deepCopy().put("revoked", false))))
                .isEqualTo(Standing.HELD);
        assertThat(StixVersions.standing(first.deepCopy().put("name", "x"), List.of(next, first)))
                .isEqualTo(Standing.CONTRADICTS);
        ObjectNode after = StixVersions.next(revoked, NOW.plusSeconds(5)).put("revoked", false);
        assertThat(StixVersions.standing(after, List.of(first, revoked)))
                .isEqualTo(Standing.AFTER_REVOCATION);
        ObjectNode posing = StixVersions.next(first, NOW).put("created_by_ref", US);
        assertThat(StixVersions.standing(posing, List.of(first))).isEqualTo(Standing.OTHER_CREATOR);
        ObjectNode moved = StixVersions.next(first, NOW).put("created", "2016-04-05T00:00:00.000Z");
        assertThat(StixVersions.standing(moved, List.of(first))).isEqualTo(Standing.OTHER_CREATED);
    }

    @Test
    void meaningIgnoresHowItIsWritten() {
        ObjectNode one = Objects.indicator("'x_n':1.0,'revoked':false");
        ObjectNode other = Objects.indicator("'x_n':1");
        other.put("modified", "2016-04-06T20:03:48.000000Z");
        assertThat(StixMeaning.same(one, other)).isTrue();
        assertThat(StixMeaning.hash(one)).isEqualTo(StixMeaning.hash(other));
        other.put("modified", "2016-04-06T20:03:48.000001Z");
        assertThat(StixMeaning.same(one, other)).isFalse();
        assertThat(StixMeaning.hash(one)).isNotEqualTo(StixMeaning.hash(other));
        assertThat(StixMeaning.same(one, Objects.indicator("'x_n':1,'x_m':false"))).isFalse();
        assertThat(StixMeaning.same(Objects.indicator("'x_n':1,'x_m':false"), one)).isFalse();
    }

    @Test
    void observablesAreNamedAfterWhatTheyAre() {
        assertThat(ScoIds.of(Objects.of("{'type':'ipv4-addr','value':'198.51.100.3'}")))
                .hasToString("Optional[ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4]");
        ObjectNode file =
                Objects.of("{'type':'file','name':'a','hashes':{'SHA-256':'b','MD5':'c'}}");
        ObjectNode fewer = Objects.of("{'type':'file','hashes':{'MD5':'c'},'name':'a','size':3}");
        assertThat(ScoIds.of(file)).isEqualTo(ScoIds.of(fewer)).isPresent();
        assertThat(ScoIds.of(Objects.of("{'type':'process','pid':3}"))).isEmpty();
    }
}
