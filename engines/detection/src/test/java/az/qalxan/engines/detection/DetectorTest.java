package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The index gives the same findings as walking through every rule. */
class DetectorTest {

    private static final String[] FIELDS = {"Image", "CommandLine", "EventID", "User", "Port"};
    private static final String[] MODIFIERS = {
        "", "|contains", "|endswith", "|startswith", "|contains|all", "|re", "|cased",
                "|windash|contains",
        "|neq", "|exists", "|cidr", "|gte", "|fieldref", "|base64offset|contains", "|re|i",
                "|contains|cased"
    };
    private static final String WORDS = "abAB\\\\:*?ə-1İ";

    /** So many times a rule is asked of an event; ten million of them in a nightly run. */
    private static final long PAIRS = Long.getLong("qalxan.pairs", 480_000);

    private static final String ALPHABET = "abAB\\\\:*?ə-1İkKſs.";

    private List<String> words = List.of();

    @Test
    void indexedAndInterpretedAgree() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        MutatedEvents mutated = new MutatedEvents(random);
        for (long pairs = 0; pairs < PAIRS; ) {
            words = words(random);
            Differential differential = new Differential(rules(random));
            byte[] last = "{}".getBytes(StandardCharsets.UTF_8);
            // More than are looked at before the literals are chosen anew.
            for (int i = 0; i < 200; i++) {
                byte[] event = event(random).getBytes(StandardCharsets.UTF_8);
                differential.agree(event, seed);
                if (random.nextInt(4) == 0) {
                    differential.agree(mutated.of(event, last), seed);
                }
                last = event;
            }
            pairs += differential.pairs();
        }
    }

    private static List<String> words(Random random) {
        List<String> words = new ArrayList<>();
        for (int length : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 12, 17}) {
            words.add(SigmaTextTest.word(random, ALPHABET, length));
        }
        return words;
    }

    private RuleSet rules(Random random) {
        List<RulesRead> read = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] yaml = rule(random, i).getBytes(StandardCharsets.UTF_8);
            read.add(RuleReader.read("r" + i, yaml, Rules.PLACEHOLDERS));
        }
        return RuleSet.of(read);
    }

    private String rule(Random random, int number) {
        StringBuilder yaml = new StringBuilder("title: r" + number + "\nlogsource: ");
        yaml.append(
                        new String[] {
                                    "{product: windows}",
                                    "{category: process_creation}",
                                    "{service: security}",
                                    "{}"
                                }
                                [random.nextInt(4)])
                .append("\ndetection:\n");
        for (String name : List.of("a", "b", "_c")) {
            yaml.append("    ").append(name).append(":\n");
            if (random.nextInt(6) == 0) {
                yaml.append("        - ").append(quoted(random)).append('\n');
                continue;
            }
            for (int i = 0; i <= random.nextInt(2); i++) {
                item(yaml, random, FIELDS[(random.nextInt(2) + 2 * i) % FIELDS.length]);
            }
        }
        return yaml.append("    condition: ")
                .append(
                        new String[] {
                                    "a and b",
                                    "a or not b",
                                    "1 of them",
                                    "all of them",
                                    "a and not (b or _c)",
                                    "not a"
                                }
                                [random.nextInt(6)])
                .append('\n')
                .toString();
    }

    private void item(StringBuilder yaml, Random random, String field) {
        String modifier = MODIFIERS[random.nextInt(MODIFIERS.length)];
        String value =
                switch (modifier) {
                    case "|exists" -> random.nextBoolean() ? "true" : "false";
                    case "|cidr" -> "10.0.0.0/" + random.nextInt(9);
                    case "|gte" -> String.valueOf(random.nextInt(5));
                    case "|fieldref" -> FIELDS[random.nextInt(FIELDS.length)];
                    case "|re", "|re|i" ->
                            "'"
                                    + (random.nextInt(3) == 0 ? "^" : "")
                                    + SigmaTextTest.word(random, "ab.+", 4)
                                    + "b'";
                    case "|base64offset|contains" -> "'abab'";
                    default -> scalar(random);
                };
        boolean list = modifier.contains("contains") && !modifier.startsWith("|base64");
        yaml.append("        ")
                .append(field)
                .append(modifier)
                .append(": ")
                .append(list ? "[" + value + ", " + quoted(random) + "]" : value)
                .append('\n');
    }

    private String pick(Random random) {
        String word = words.get(random.nextInt(words.size()));
        return random.nextInt(3) == 0 ? word.toUpperCase(Locale.ROOT) : word;
    }

    private String scalar(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(random.nextInt(4));
            case 1 -> "null";
            case 2 -> random.nextBoolean() ? "true" : "''";
            default -> quoted(random);
        };
    }

    private String quoted(Random random) {
        return "'"
                + (random.nextBoolean() ? pick(random) : SigmaTextTest.word(random, WORDS, 4))
                + "'";
    }

    private String event(Random random) {
        StringBuilder json = new StringBuilder("{");
        if (random.nextInt(5) > 0) {
            json.append("\"Channel\":\"")
                    .append(
                            random.nextBoolean()
                                    ? "Security"
                                    : "Microsoft-Windows-Sysmon/Operational")
                    .append("\",");
        }
        for (int i = 0; i < random.nextInt(7); i++) {
            String field =
                    random.nextInt(8) == 0
                            ? "NewProcessName"
                            : FIELDS[random.nextInt(FIELDS.length)];
            json.append('"').append(field).append("\":").append(value(random)).append(',');
        }
        return json.append("\"z\":[{\"y\":").append(value(random)).append("}]}").toString();
    }

    private String value(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> String.valueOf(random.nextInt(5));
            case 1 -> "null";
            case 2 -> String.valueOf(random.nextBoolean());
            case 3 -> "[" + text(random) + "," + random.nextInt(3) + "]";
            case 4 -> "\"10." + random.nextInt(3) + ".0.1\"";
            case 5 ->
                    new String[] {"1", "4688", "1.0", "\"1\"", "\"0x1\"", "1e0"}[random.nextInt(6)];
            default -> text(random);
        };
    }

    private String text(Random random) {
        StringBuilder text = new StringBuilder("\"");
        String plain = SigmaTextTest.word(random, "abAB\\:ə-1İı?*", 7);
        if (random.nextBoolean()) {
            plain = plain.substring(0, plain.length() / 2) + pick(random) + plain;
        }
        for (char c : plain.toCharArray()) {
            switch (random.nextInt(16)) {
                case 0 -> text.append("\\u%04x".formatted((int) c));
                default -> text.append(c == '\\' ? "\\\\" : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }

    @Test
    void eventsOfThreeShapesGiveTheSameFields() {
        String[] shapes = {
            """
            {"Event":{"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":1,
             "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"c"},
             "EventData":{"#attributes":{"Name":"x"},"Command Line":"a b"}}}\
            """,
            """
            {"Provider_Name":"P","EventID":1,"Computer":"c","CommandLine":"a b",
             "Channel":"Microsoft-Windows-Sysmon/Operational"}\
            """,
            """
            {"winlog":{"provider_name":"P","event_id":1,"computer_name":"c",
             "channel":"Microsoft-Windows-Sysmon/Operational","event_data":{"CommandLine":"a b"}}}\
            """
        };
        for (String shape : shapes) {
            SourcedEvent read = Rules.event(shape);
            assertThat(read.source().categories()).containsExactly("process_creation");
            for (String field : List.of("Provider_Name", "EventID", "Computer", "CommandLine")) {
                assertThat(read.event().values(field)).as(field + shape).hasSize(1);
            }
        }
    }

    @Test
    void aProcessOfTheSecurityLogHasSysmonsNames() {
        SourcedEvent read =
                Rules.event(
                        "{\"Channel\":\"Security\",\"EventID\":4688,\"NewProcessName\":\"C:\\\\a.exe\"}");
        assertThat(read.source().categories()).contains("process_creation");
        assertThat(read.event().values("Image"))
                .extracting(EventValue::shown)
                .containsExactly("C:\\a.exe");
    }

    @Test
    void aFindingNamesItsAuthorAndWhatWasSeen() throws BadEvent {
        RuleSet set = RuleSet.of(List.of(Rules.read("a: {f|contains: mimi}\ncondition: a")));
        Detector detector =
                DetectionEngine.of(set, new EventSource("", Set.of("test"), Set.of())).detector();
        List<Finding> findings =
                detector.judge("{\"f\":\"run MimiKatz\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().rule().author()).isEqualTo("Heç kim");
        assertThat(findings.getFirst().values())
                .containsExactly(new MatchedValue("f", "run MimiKatz", new Span(4, 8)));
    }
}
