package az.qalxan.reporting.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.reporting.ReportSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The language of a story is found out at intake, and its words in any typing. */
@PlatformTest
class StoryTypingTest {

    @Autowired ApiClients clients;
    @Autowired ApplicationContext context;
    @Autowired ReportSearch search;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Kartımdan pul çıxıldı, nə etməliyəm       |      | az
                    Kartimdan pul cixildi, ne etmeliyem       | auto | az
                    Картымдан пул чыхылды, нә етмәлијәм       |      | az
                    С моей карты сняли деньги, что делать     |      | ru
                    Money was taken from my card yesterday    | auto | en
                    Hesabımdan para çekildi, ne yapmalıyım    |      | tr
                    Money was taken from my card yesterday    | az   | az
                    250 AZN 14.03.2026                        |      | az
                    """)
    void languageIsWhatTheCallerSaysElseWhatTheWordsShow(
            String story, @Nullable String said, String expected) {
        assertThat(languageOf(store(story + " " + mark(), said))).isEqualTo(expected);
    }

    @Test
    void storyInAnyTypingIsFoundByRightLettersAndTheOtherWayRound() {
        String mark = mark();
        List<String> stories =
                List.of(
                        "Dələduzlar şəxsiyyət vəsiqəmi istədilər ",
                        "Deleduzlar sexsiyyet vesiqemi istediler ",
                        "Deleduzlar shexsiyyet vesiqemi istediler ",
                        "Дәләдузлар шәхсијјәт вәсигәми истәдиләр ",
                        "Дялядузлар шяхсиййят вясигями истядиляр ");
        stories.forEach(story -> store(story + mark, null));
        for (String query :
                List.of(
                        "dələduz şəxsiyyət vəsiqəsi ",
                        "deleduz shexsiyyet vesiqesi ",
                        "дәләдуз шәхсијјәт ",
                        "дялядуз шяхсиййят ")) {
            assertThat(found(query + mark)).as(query).isEqualTo(stories.size());
        }
        assertThat(found("telefon " + mark)).isZero();
    }

    private int found(String query) {
        return ActingAs.call(
                SignedIn.caller("din", Role.DUTY_OFFICER).identity(),
                () -> search.search(query).reports().size());
    }

    private String languageOf(String id) {
        return Tables.of(context)
                .list(
                        String.class,
                        "select language from reporting.report where id = cast(? as uuid)",
                        id)
                .getFirst();
    }

    private String store(String story, @Nullable String said) {
        Map<String, @Nullable Object> report = new HashMap<>();
        report.put("category", "phone-fraud");
        report.put("story", story);
        report.put("language", said);
        String token = SignedIn.token(clients, "din", Role.DUTY_OFFICER);
        Program.Answer stored = new Program("http://localhost:" + port, token).report(report);
        assertThat(stored.status()).isEqualTo(201);
        return stored.text("id");
    }

    /** A word that no other story has; its digits keep it out of the language. */
    private static String mark() {
        return "m1" + UUID.randomUUID().toString().substring(0, 8) + "x";
    }
}
