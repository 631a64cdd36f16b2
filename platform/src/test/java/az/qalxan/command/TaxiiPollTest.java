package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reading on, from servers that are right and from some that are wrong. */
class TaxiiPollTest {

    private static final int OBJECTS = 10;
    private static final int LIMIT = 4;

    private final List<String> came = new ArrayList<>();
    private final List<String> positions = new ArrayList<>();

    private void take(List<tools.jackson.databind.JsonNode> objects, String position) {
        objects.forEach(one -> came.add(one.path("id").asString("")));
        positions.add(position);
    }

    private static List<String> all() {
        return IntStream.range(0, OBJECTS).mapToObj(n -> "x--" + n).toList();
    }

    private static ObjectNode envelope(int from, int to) {
        ObjectNode envelope = JsonMapper.shared().createObjectNode();
        for (int i = from; i < Math.min(to, OBJECTS); i++) {
            envelope.withArray("objects").addObject().put("id", "x--" + i).put("modified", "m");
        }
        return envelope;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private long run(TaxiiPoll.Pages pages) throws IOException, CallRefused {
        return new TaxiiPoll(pages, LIMIT).run("", this::take);
    }

    /** The moment of an object is its number and one more. */
    private static TaxiiCalls.Answer byDate(String after, boolean truthful) {
        int from = number(after);
        int to = Math.min(OBJECTS, from + LIMIT);
        ObjectNode envelope = envelope(from, to);
        envelope.put("more", truthful && to < OBJECTS);
        return new TaxiiCalls.Answer(envelope, from < to ? String.valueOf(to) : "");
    }

    private static TaxiiCalls.Answer byNext(String next) {
        int from = number(next);
        ObjectNode envelope = envelope(from, from + LIMIT);
        if (from + LIMIT < OBJECTS) {
            envelope.put("more", true).put("next", String.valueOf(from + LIMIT));
        }
        return new TaxiiCalls.Answer(envelope, String.valueOf(Math.min(OBJECTS, from + LIMIT)));
    }

    @Test
    void pagesByDate() throws Exception {
        assertThat(run((after, next) -> byDate(after, true))).isEqualTo(OBJECTS);
        assertThat(came).isEqualTo(all());
        assertThat(positions).last().isEqualTo("10");
    }

    @Test
    void pagesByNextKeepTheirPlaceOnlyAtTheEnd() throws Exception {
        assertThat(run((after, next) -> byNext(next))).isEqualTo(OBJECTS);
        assertThat(came).isEqualTo(all());
        assertThat(positions).containsExactly("", "", "10");
    }

    @Test
    void aServerThatDeniesThatThereIsMoreIsAskedAgain() throws Exception {
        run((after, next) -> byDate(after, false));
        assertThat(came).isEqualTo(all());
    }

    @Test
    void aServerThatRepeatsANextPageForEverIsLeft() {
        assertThatThrownBy(() ->
                        run((after, next) ->
                                new TaxiiCalls.Answer(
                                        envelope(0, LIMIT).put("more", true).put("next", "4"),
                                        "4")))
                .isInstanceOf(CallRefused.class)
                .hasMessageContaining("for ever");
    }

    @Test
    void aServerThatSaysMoreButNotWhereIsLeft() {
        assertThatThrownBy(() ->
                        run((after, next) ->
                                new TaxiiCalls.Answer(envelope(0, LIMIT).put("more", true), "")))
                .isInstanceOf(CallRefused.class);
        assertThat(came).hasSize(LIMIT);
    }

    @Test
    void whatComesTwiceIsTakenOnce() throws Exception {
        run((after, next) -> {
            int from = Math.max(0, number(after) - 2);
            ObjectNode envelope = envelope(from, from + LIMIT);
            envelope.put("more", from + LIMIT < OBJECTS);
            return new TaxiiCalls.Answer(envelope, String.valueOf(Math.min(OBJECTS, from + LIMIT)));
        });
        assertThat(came).isEqualTo(all());
    }

    @Test
    void aCollectionLargerThanMemoryIsNotRemembered() throws Exception {
        int many = 2 * TaxiiPoll.REMEMBERED_MAX;
        int page = 5_000;
        TaxiiPoll poll =
                new TaxiiPoll(
                        (after, next) -> {
                            int from = number(after);
                            ObjectNode envelope = JsonMapper.shared().createObjectNode();
                            for (int i = from; i < from + page; i++) {
                                envelope.withArray("objects").addObject().put("id", "x--" + i);
                            }
                            envelope.put("more", from + page < many);
                            return new TaxiiCalls.Answer(envelope, String.valueOf(from + page));
                        },
                        page + 1);
        assertThat(poll.run("", (objects, position) -> {})).isEqualTo(many);
        assertThat(poll.remembered()).isEqualTo(TaxiiPoll.REMEMBERED_MAX);
    }

    @Test
    void anEmptyCollectionIsNothing() throws Exception {
        assertThat(
                        run((after, next) ->
                                new TaxiiCalls.Answer(JsonMapper.shared().createObjectNode(), "")))
                .isZero();
        assertThat(positions).containsExactly("");
    }
}
