package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan law} as people and programs use it. */
class LawCommandTest {

    private static Ran law(String words) {
        return Ran.of(new LawCommand(), (Object[]) words.split(" ", -1));
    }

    @Test
    void aBasisComesWithEverythingThatFollows() {
        Ran ran = law("basis --kind preservation --from TR --to AZ --date 2026-11-27 --json");
        assertThat(ran.error()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.json().at("/basis").asString()).isEqualTo("BUDAPEST-185:29");
        JsonNode best = ran.json().at("/usable/0");
        assertThat(best.at("/receiver/body").asString()).isEqualTo("dtx");
        assertThat(best.at("/clocks/0/amount").asInt()).isEqualTo(60);
        assertThat(best.at("/contents").size()).isEqualTo(6);
        assertThat(best.at("/grounds").size()).isEqualTo(2);
        assertThat(best.at("/dualCriminality/need").asString()).isEqualTo("not-unless-reserved");
        assertThat(best.at("/reasons/0/text/az").asString()).isNotBlank();
        assertThat(ran.json().at("/unusable/0/clause").asString()).isEqualTo("UN-2024:42");
    }

    @Test
    void noBasisIsAnAnswerWithReasonsInBothLanguages() {
        assertThat(law("basis --kind extradition --from AZ --to KZ --date 2026-11-27").out())
                .contains("no basis", "KZ, BUDAPEST-185: not a party");
        assertThat(
                        law("basis --kind extradition --from AZ --to KZ --date 2026-11-27"
                                        + " --language az")
                                .out())
                .contains("əsas yoxdur", "təsdiqlənməyib");
        assertThat(
                        law("basis --kind extradition --from AZ --to KZ --date 2026-11-27 --json")
                                .json()
                                .at("/basis")
                                .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T03:00,, 2027-01-26T03:00+04:00",
        "2026-11-27T03:00,Europe/Berlin, 2027-01-26T03:00+01:00",
        "2026-11-26T23:00Z,, 2027-01-26T03:00+04:00",
        "2026-11-26T23:00Z,Pacific/Honolulu, 2027-01-25T13:00-10:00",
        "2026-11-27T03:00[Asia/Tokyo],, 2027-01-26T03:00+09:00",
        "2026-11-27,, 2027-01-26T00:00+04:00"
    })
    void aClockEndsInItsZone(String start, String zone, String end) {
        Ran ran =
                law(
                        "clock --rule budapest-preservation-floor --json --start "
                                + start
                                + (zone == null ? "" : " --zone " + zone));
        assertThat(ran.error()).isEmpty();
        assertThat(ran.json().at("/end").asString()).isEqualTo(end);
        assertThat(ran.json().at("/rule/standing").asString()).isEqualTo("verified");
    }

    @Test
    void workingDaysAreCountedAndProvisionalOnesSaySo() {
        JsonNode sure = law("workday --add 15 --from 2026-10-26 --json").json();
        assertThat(sure.at("/date").asString()).isEqualTo("2026-11-18");
        assertThat(sure.at("/provisional").asBoolean()).isFalse();
        Ran later = law("workday --add 15 --from 2026-12-21");
        assertThat(later.out()).startsWith("2027-01-14, provisional");
    }

    @Test
    void aDayShowsTheStagesOfEveryTreaty() {
        JsonNode day = law("on 2010-06-30 --state AZ --json").json();
        assertThat(day.at("/treaties/0/instrument").asString()).isEqualTo("BUDAPEST-185");
        assertThat(day.at("/treaties/0/stage").asString()).isEqualTo("deposited");
        assertThat(day.at("/near").size()).isGreaterThan(2);
        assertThat(law("on 2026-11-27").out()).contains("Treaties:", "accepted at home");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basis --kind x --from AZ --to TR|--kind: x is not allowed; allowed: preservation,",
                "basis --kind content --from ZZ --to TR|facts are held about AZ, KG, KZ, TR",
                "basis --kind content --from AZ --to TR --date 1.1.2026|write it as 2026-11-27",
                "clock --rule x --start 2026-01-01|there are az-appeals-extended",
                "clock --rule az-appeals-urgent --start noon|is no time",
                "clock --rule az-appeals-urgent --start 2026-01-01 --zone Mars/X|no time zone",
                "workday --add -1 --from 2026-01-01|not -1",
                "workday --add 1 --from 1900-01-01|knows the years 1990 to 2170",
                "workday --add 1 --from 2026-01-01 --week four-day|allowed: five-day, six-day",
                "workday --add 1 --from 2026-01-01 --state DE|no calendar of DE",
                "on 2026-13-01|is no date",
                "on 2026-11-27 --language ru|allowed: az, en"
            })
    void aWrongCommandLineSaysWhatIsAllowed(String words, String told) {
        Ran ran = law(words);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.error()).contains(told);
        assertThat(ran.out()).isEmpty();
    }
}
