package az.qalxan.exchange.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollRoundTest {

    private static final URI OBJECTS =
            URI.create("https://cert.example/root/collections/c/objects/");
    private static final Instant DAY = Instant.parse("2026-11-28T00:00:00Z");

    /** What a round brought. */
    private static final class Kept implements PollRound.Keeping {

        private final Set<String> ids = new TreeSet<>();
        private @Nullable Instant reached;

        @Override
        public void keep(List<Slice> objects, @Nullable Instant upTo) {
            objects.forEach(one -> ids.add(one.id()));
            reached = upTo == null ? reached : upTo;
        }
    }

    private static String id(int number) {
        return "indicator--00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String text(int number) {
        return "{\"type\":\"indicator\",\"id\":\"%s\",\"name\":\"n\\u0259 %d\"}"
                .formatted(id(number), number);
    }

    private static Set<String> ids(int count) {
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            ids.add(id(i));
        }
        return ids;
    }

    private static Optional<Trouble> round(WrongServer server, Kept kept, @Nullable Instant from) {
        return new PollRound(OBJECTS, from, server, kept).run();
    }

    @Test
    void aRightServerIsReadToItsEnd() {
        WrongServer server = new WrongServer(Set.of());
        for (int i = 0; i < 3_456; i++) {
            server.add(DAY.plusMillis(i), text(i));
        }
        Kept kept = new Kept();
        assertThat(round(server, kept, null)).isEmpty();
        assertThat(kept.ids).isEqualTo(ids(3_456));
        assertThat(kept.reached).isEqualTo(DAY.plusMillis(3_455));
        assertThat(server.asked).isLessThan(8);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsWrongInThisWayLosesNothing(WrongServer.Way way) {
        // Without next and with small pages only what has moments of its own can be told apart.
        WrongServer server = new WrongServer(EnumSet.of(way));
        for (int i = 0; i < 2_500; i++) {
            server.add(DAY.plusSeconds(i), text(i));
        }
        Kept kept = new Kept();
        assertThat(round(server, kept, null)).isEmpty();
        assertThat(kept.ids).isEqualTo(ids(2_500));
    }

    @Test
    void objectsWithOneMomentAcrossAPagesEdgeAreAllRead() {
        WrongServer server = new WrongServer(EnumSet.of(WrongServer.Way.NO_NEXT));
        for (int i = 0; i < 2_200; i++) {
            // The edge of the first page lies among two hundred of one moment.
            server.add(i >= 900 && i < 1_100 ? DAY.plusSeconds(900) : DAY.plusSeconds(i), text(i));
        }
        Kept kept = new Kept();
        assertThat(round(server, kept, null)).isEmpty();
        assertThat(kept.ids).isEqualTo(ids(2_200));
    }

    @Test
    void moreThanAPageWithOneMomentIsReadByALongerPage() {
        WrongServer server = new WrongServer(EnumSet.of(WrongServer.Way.NO_NEXT));
        for (int i = 0; i < 2_500; i++) {
            server.add(DAY, text(i));
        }
        Kept kept = new Kept();
        assertThat(round(server, kept, null)).isEmpty();
        assertThat(kept.ids).isEqualTo(ids(2_500));
    }

    @Test
    void whatCannotBePassedIsSaidAndNotSkipped() {
        WrongServer server =
                new WrongServer(EnumSet.of(WrongServer.Way.NO_NEXT, WrongServer.Way.SMALL_PAGES));
        for (int i = 0; i < 10; i++) {
            server.add(DAY, text(i));
        }
        Kept kept = new Kept();
        assertThat(round(server, kept, null).map(Trouble::kind)).contains(Trouble.Kind.STUCK);
    }

    @Test
    void whatIsAddedLateIsFoundByReadingBack() {
        WrongServer server = new WrongServer(Set.of());
        server.add(DAY.plusSeconds(60), text(0));
        Kept kept = new Kept();
        round(server, kept, null);
        // Another writer commits with a moment that already went by.
        server.add(DAY.plusSeconds(30), text(1));
        Instant reached = java.util.Objects.requireNonNull(kept.reached);
        Kept without = new Kept();
        round(server, without, reached);
        assertThat(without.ids).doesNotContain(id(1));
        round(server, kept, reached.minus(Duration.ofMinutes(5)));
        assertThat(kept.ids).isEqualTo(ids(2));
    }

    @Test
    void anyMixtureOfWaysLosesNothingOrSaysSo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int time = 0; time < 300; time++) {
            EnumSet<WrongServer.Way> ways = EnumSet.noneOf(WrongServer.Way.class);
            for (WrongServer.Way way : WrongServer.Way.values()) {
                if (random.nextInt(4) == 0) {
                    ways.add(way);
                }
            }
            WrongServer server = new WrongServer(ways);
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                server.add(DAY.plusSeconds(i), text(i));
            }
            Kept kept = new Kept();
            Optional<Trouble> trouble = round(server, kept, null);
            if (trouble.isEmpty() && !hopeless(ways)) {
                assertThat(kept.ids).as("seed %d, %s", seed, ways).isEqualTo(ids(count));
            }
        }
    }

    /** Nothing in the answers tells that there is more. */
    private static boolean hopeless(Set<WrongServer.Way> ways) {
        return ways.contains(WrongServer.Way.MORE_IS_FALSE)
                && (ways.contains(WrongServer.Way.NO_MOMENTS)
                        || ways.contains(WrongServer.Way.NEWEST_FIRST));
    }

    @Test
    void slicesAreTheTextAsItCame() {
        String odd = "{ \"id\" : \"a--1\",\"x\":[1.50, {\"y\":\"\\u0259}]\"}], \"n\":1e2 }";
        String body =
                "{\"x\":{\"objects\":[1]},\"objects\": ["
                        + odd
                        + " ,\"s\\\"]\", 7,{}],"
                        + "\"more\":true,\"next\":5}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RemotePage.Read read = (RemotePage.Read) RemotePage.read(bytes);
        List<String> texts = new ArrayList<>();
        read.page()
                .objects()
                .forEach(one -> texts.add(new String(one.text(), StandardCharsets.UTF_8)));
        assertThat(texts).containsExactly(odd, "\"s\\\"]\"", "7", "{}");
        assertThat(read.page().objects().getFirst().id()).isEqualTo("a--1");
        assertThat(read.page().more()).isTrue();
        assertThat(read.page().next()).isEqualTo("5");
    }

    @Test
    void aBrokenAnswerIsSaidToBeSo() {
        for (String text : List.of("<html>", "[]", "{\"objects\":[{", "{\"objects\":[1}")) {
            assertThat(RemotePage.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(RemotePage.Unreadable.class);
        }
    }
}
