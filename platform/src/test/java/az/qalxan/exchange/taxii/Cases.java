package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Gathers cases of conformance. */
abstract class Cases {

    static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z");

    private final List<TaxiiConformanceTest.Case> cases = new ArrayList<>();
    final Stage stage;

    Cases(Stage stage) {
        this.stage = stage;
    }

    List<TaxiiConformanceTest.Case> all() {
        return cases;
    }

    void says(String clause, String words, Runnable runs) {
        cases.add(new TaxiiConformanceTest.Case(clause, words, runs));
    }

    /** An answer without fault, of the media type of the standard. */
    static JsonNode fine(TaxiiDoor.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(TaxiiDoor.TAXII);
        return answer.json();
    }

    /** An error message (3.6.1): a title, and the status as a text. */
    static void error(TaxiiDoor.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo(TaxiiDoor.TAXII);
        assertThat(answer.json().path("title").asString("")).isNotEmpty();
        assertThat(answer.json().path("http_status").asString("")).isEqualTo("" + status);
    }

    static List<String> ids(JsonNode envelope) {
        List<String> ids = new ArrayList<>();
        envelope.path("objects").forEach(one -> ids.add(one.path("id").asString("")));
        return ids;
    }
}
