package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.format.EventBlock;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventStream;
import az.qalxan.engines.detection.format.Formats;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Bytes that an attacker writes, read as each format: an answer for any of them, and from the index
 * the same as from the interpreter. {@code JAZZER_FUZZ=1} searches for new inputs.
 */
class FormatFuzzTest {

    private static final String RULES =
            """
            title: words
            logsource: {}
            detection: {k: ['ev.example', 'orxan'], condition: k}
            ---
            title: word and field
            logsource: {product: linux}
            detection: {k: ['audit'], s: {program|startswith: s}, condition: k or s}
            ---
            title: program
            logsource: {product: linux, category: process_creation}
            detection: {s: {CommandLine|contains: [curl, id], Image|endswith: /id}, condition: 1 of s*}
            ---
            title: web
            logsource: {category: webserver}
            detection: {s: {cs-uri-query|contains: [a, '%2e'], sc-status: [200, 404]}, condition: s}
            ---
            title: browser
            logsource: {category: proxy}
            detection: {s: {c-useragent: null}, t: {c-uri|re: 'e[vx]'}, condition: s and t}
            ---
            title: names
            logsource: {category: dns}
            detection: {s: {query|endswith: .example}, t: {answer|cidr: 192.0.2.0/24}, condition: s or t}
            ---
            title: walls
            logsource: {category: firewall}
            detection: {s: {dst_port|gte: 22, src_ip|cidr: 192.0.2.0/24}, condition: s}
            """;
    private static final RuleSet SET =
            RuleSet.of(
                    List.of(
                            RuleReader.read(
                                    "r",
                                    RULES.getBytes(StandardCharsets.UTF_8),
                                    Placeholders.NONE)));
    private static final DetectionEngine ENGINE = DetectionEngine.of(SET, EventSource.UNKNOWN);

    @FuzzTest(maxDuration = "5m")
    void anyBytesAreJudgedOrRefusedInEveryFormat(byte[] bytes) throws IOException {
        Detector detector = ENGINE.detector();
        FormatEvents events = new FormatEvents(EventSource.UNKNOWN);
        for (EventFormat format : Formats.all()) {
            event(format, bytes, detector, events);
            stream(format, bytes);
        }
    }

    @Test
    void brokenEventsAreJudgedAlikeOrRefused() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<byte[]> whole = FormatCasesTest.events();
        Detector detector = ENGINE.detector();
        FormatEvents events = new FormatEvents(EventSource.UNKNOWN);
        assertThat(SET.rules()).as("%s", SET.flaws()).hasSize(7);
        List<EventFormat> formats = Formats.all();
        for (int i = 0; i < 12_000; i++) {
            byte[] bytes = broken(whole, random);
            EventFormat format =
                    random.nextBoolean()
                            ? Formats.AUTO
                            : formats.get(random.nextInt(formats.size()));
            try {
                event(format, bytes, detector, events);
                if (i % 8 == 0) {
                    stream(format, bytes);
                }
            } catch (RuntimeException | AssertionError e) {
                String shown = new String(bytes, StandardCharsets.UTF_8);
                throw new AssertionError(
                        "seed %d, %s: %s".formatted(seed, format.name(), shown), e);
            }
        }
    }

    /** A few changes, or the parts of two events. */
    private static byte[] broken(List<byte[]> whole, Random random) {
        byte[] bytes = whole.get(random.nextInt(whole.size())).clone();
        if (random.nextInt(5) == 0) {
            byte[] other = whole.get(random.nextInt(whole.size()));
            int from = random.nextInt(bytes.length);
            for (int i = from; i < Math.min(bytes.length, other.length); i++) {
                bytes[i] = other[i];
            }
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    switch (random.nextInt(3)) {
                        case 0 -> (byte) random.nextInt(256);
                        case 1 -> (byte) " \t\n\"'\\=|:;[]{}<>&-#%".charAt(random.nextInt(20));
                        default -> bytes[random.nextInt(bytes.length)];
                    };
        }
        return bytes;
    }

    private static void event(
            EventFormat format, byte[] bytes, Detector detector, FormatEvents events) {
        Set<String> found = new TreeSet<>();
        try {
            detector.judge(format, bytes, 0, bytes.length)
                    .forEach(one -> found.add(one.rule().title()));
        } catch (BadEvent e) {
            found.add("bad " + e.getMessage());
            assertThat(e.place()).isBetween(1, bytes.length + 1);
        }
        Set<String> wanted = new TreeSet<>();
        try {
            SourcedEvent read = events.read(format, bytes, 0, bytes.length);
            for (DetectionRule rule : SET.rules()) {
                if (read.source().fits(rule.logSource()) && Interpreter.holds(rule, read.event())) {
                    wanted.add(rule.header().title());
                }
            }
        } catch (BadEvent e) {
            wanted.add("bad " + e.getMessage());
        }
        assertThat(found).isEqualTo(wanted);
    }

    /** Every line is in some event, whatever comes in between. */
    private static void stream(EventFormat format, byte[] bytes) throws IOException {
        EventStream stream = new EventStream(format, new ByteArrayInputStream(bytes));
        List<String> events = new ArrayList<>();
        for (EventBlock block = stream.next(); block != null; block = stream.next()) {
            for (int i = 0; i < block.count(); i++) {
                assertThat(block.from(i)).isLessThan(block.until(i));
                events.add(
                        new String(
                                block.bytes(),
                                block.from(i),
                                block.until(i) - block.from(i),
                                StandardCharsets.UTF_8));
            }
        }
        assertThat(events.size()).isLessThanOrEqualTo(bytes.length);
    }

    @Test
    void longEventsTakeTimeInProportion() throws IOException {
        Detector detector = ENGINE.detector();
        FormatEvents events = new FormatEvents(EventSource.UNKNOWN);
        int many = 100_000;
        List<String> heads =
                List.of(
                        "CEF:0|a|b|c|d|e|1|k=",
                        "CEF:0|a|b|c|d|e|1|",
                        "LEEF:2.0|a|b|c|d|^|",
                        "<13>1 - - - - - ",
                        "<13>Mar  1 10:11:12 h ",
                        "type=X msg=audit(1.1:1): ",
                        "<Event>",
                        "1.2.3.4 - - [10/Oct/2025:13:55:36 +0000] \"",
                        "{\"a\":\"",
                        "<13>Mar  1 10:11:12 h sudo: ",
                        "");
        for (String head : heads) {
            for (String part :
                    List.of(
                            " ",
                            "a",
                            "a ",
                            "a=",
                            "a=b ",
                            "\t",
                            "^",
                            "[a]",
                            "[a b=\"c\"]",
                            ";",
                            "<a>",
                            "&",
                            "&#",
                            "\"",
                            "\\",
                            "\n",
                            "audit(",
                            "type=",
                            "'",
                            "[",
                            "%",
                            "a=\"",
                            "{",
                            "(")) {
                byte[] bytes =
                        (head + part.repeat(many / part.length())).getBytes(StandardCharsets.UTF_8);
                event(Formats.AUTO, bytes, detector, events);
                stream(Formats.AUTO, bytes);
            }
        }
    }
}
