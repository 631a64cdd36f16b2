package az.qalxan.engines.detection.indicator;

import static az.qalxan.engines.detection.indicator.Indicators.NOW;
import static az.qalxan.engines.detection.indicator.Indicators.found;
import static az.qalxan.engines.detection.indicator.Indicators.hits;
import static az.qalxan.engines.detection.indicator.Indicators.matcher;
import static az.qalxan.engines.detection.indicator.Indicators.open;
import static az.qalxan.engines.detection.indicator.Indicators.set;
import static az.qalxan.engines.detection.indicator.Indicators.value;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.FieldEvent;
import az.qalxan.engines.detection.MatchedValue;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.Span;
import az.qalxan.engines.detection.format.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in events, and what is not. */
class IndicatorMatcherTest {

    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    private static final String SHA256 =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final IndicatorSet SET =
            set(
                    MD5,
                    SHA256,
                    "bad.example",
                    "münchen.example",
                    "http://url.example/a(b)?q=1",
                    "http://root.example/",
                    "http://192.0.2.77:8080/x",
                    "198.51.100.0/24",
                    "203.0.113.9",
                    "2001:db8::/32",
                    "kim@mail.example");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "MD5=D41D8CD98F00B204E9800998ECF8427E,SHA1=x | d41d8cd98f00b204e9800998ecf8427e",
                "fD41D8CD98F00B204E9800998ECF8427E | -",
                "xD41D8CD98F00B204E9800998ECF8427E | -",
                "D41D8CD98F00B204E9800998ECF8427E | d41d8cd98f00b204e9800998ecf8427e",
                "D41D8CD98F00B204E9800998ECF8427Ez | -",
                "bad.example | bad.example",
                "WWW.Bad.EXAMPLE. | bad.example",
                "notbad.example | -",
                "bad.example.org | -",
                "see http://a.b.bad.example:8443/x, please | bad.example",
                "joe@bad.example | bad.example",
                "C:\\bad.example\\x.exe | bad.example",
                "-bad.example- | bad.example",
                "x.münchen.example | xn--mnchen-3ya.example",
                "XN--MNCHEN-3YA.example | xn--mnchen-3ya.example",
                "https://URL.example:443/a(b)?q=1#top | url.example/a(b)?q=1",
                "(see url.example/a(b)?q=1). | url.example/a(b)?q=1",
                "url.example/A(b)?q=1 | -",
                "url.example/a(b)?q=12 | -",
                "ftp://user@root.example/ | root.example/",
                "http://root.example | root.example/",
                "http://root.example/x | -",
                "root.example | -",
                "GET http://192.0.2.77:8080/x HTTP/1.1 | 192.0.2.77:8080/x",
                "http://192.0.2.77/x | -",
                "from 198.51.100.200:443 | 198.51.100.0/24",
                "198.51.101.1 | -",
                "1.198.51.100.1 | -",
                "203.0.113.9 | 203.0.113.9",
                "203.0.113.90 | -",
                "[::ffff:203.0.113.9]:80 | 203.0.113.9",
                "[2001:DB8:1::7]:443 | 2001:db8::/32",
                "to 2001:db8::7: refused | 2001:db8::/32",
                "to 2001:db8:1:: . | 2001:db8::/32",
                "to 2001:db8::7. | 2001:db8::/32",
                "2001:db9::1 | -",
                "f2001:db8::7 | -",
                "22:01:02.123 | -",
                "to=Kim@Mail.example; | kim@mail.example",
                "notkim@mail.example | -",
                "kim@x.mail.example | -",
                "mail.example | -",
            })
    void whatStandsForItselfIsFound(String text, String expected) {
        assertThat(found(SET, text)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void aTextIsSearchedForAValueOnce() {
        assertThat(found(SET, "bad.example www.bad.example BAD.example")).hasSize(1);
    }

    @Test
    void aHostIsNotWhatIsBelowIt() {
        IndicatorSet set = set(List.of(value(IndicatorKind.HOST, "bad.example")));
        assertThat(found(set, "https://bad.example/")).containsExactly("bad.example");
        assertThat(found(set, "www.bad.example")).isEmpty();
    }

    @Test
    void aHitSaysWhereAndWhose() {
        List<IndicatorHit> hits = hits(SET, "ünvan: www.bad.example!");
        MatchedValue where = new MatchedValue("Field", "ünvan: www.bad.example!", new Span(7, 22));
        assertThat(hits)
                .containsExactly(new IndicatorHit(open(value("bad.example")), List.of(where)));
    }

    @Test
    void whatIsOverInTheEventsTimeIsLeftOut() {
        UUID id = new UUID(1, 2);
        Lifetime lifetime = new Lifetime(NOW.minusSeconds(60), NOW);
        IndicatorSet.Building building = new IndicatorSet.Building(new Random(1));
        building.add(new ThreatIndicator(value("bad.example"), Indicators.ORIGIN, lifetime, id));
        IndicatorMatcher matcher = matcher(building.build());
        FieldEvent event = Indicators.event("bad.example");
        assertThat(matcher.hits(event, NOW)).isEmpty();
        assertThat(matcher.hits(event, Instant.MAX)).isEmpty();
        assertThat(matcher.hits(event, NOW.minusSeconds(1)))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.indicator().lifetime()).isEqualTo(lifetime);
                    assertThat(hit.indicator().id()).isEqualTo(id);
                });
        assertThat(matcher.hits(event, NOW.minusSeconds(3_600))).hasSize(1);
        assertThat(building.build().of(value("x.bad.example"), NOW)).isEmpty();
    }

    @Test
    void everySourceOfAValueIsTold() {
        IndicatorSet.Building building = new IndicatorSet.Building(new Random(2));
        for (String source : List.of("a", "b", "a")) {
            IndicatorOrigin origin = new IndicatorOrigin(source, 50, "");
            IndicatorValue value = value("198.51.100.7");
            building.add(
                    new ThreatIndicator(value, origin, Lifetime.OPEN, ThreatIndicator.NAMELESS));
        }
        building.add(open(value("198.51.0.0/16")));
        IndicatorSet set = building.build();
        assertThat(set.count()).isEqualTo(3);
        assertThat(hits(set, "198.51.100.7"))
                .extracting(hit -> hit.indicator().origin().source())
                .containsExactlyInAnyOrder("a", "b", "sınaq");
        assertThat(set.of(value("198.51.100.0/24"), NOW)).hasSize(1);
        assertThat(set.of(value("198.51.100.7"), NOW)).hasSize(3);
    }

    @Test
    void oneValueOfVeryManySourcesStaysQuick() {
        IndicatorSet.Building building = new IndicatorSet.Building(new Random(3));
        for (int i = 0; i < 1_000; i++) {
            IndicatorOrigin origin = new IndicatorOrigin("mənbə " + i, 1, "");
            IndicatorValue value = value("bad.example");
            building.add(
                    new ThreatIndicator(value, origin, Lifetime.OPEN, ThreatIndicator.NAMELESS));
        }
        IndicatorSet set = building.build();
        assertThat(set.count()).isEqualTo(IndicatorTable.ONE_VALUE_MAX);
        assertThat(set.crowded()).isEqualTo(1_000 - IndicatorTable.ONE_VALUE_MAX);
        assertThat(hits(set, "bad.example")).hasSize(IndicatorTable.ONE_VALUE_MAX);
    }

    @Test
    void hitsInOneEventAreBounded() {
        List<IndicatorValue> values = new ArrayList<>(List.of(value("bad.example")));
        for (int i = 0; i < 300; i++) {
            values.add(value("n" + i + ".example"));
        }
        IndicatorMatcher matcher = matcher(set(values));
        FieldEvent.Building event = new FieldEvent.Building();
        for (int i = 0; i < 300; i++) {
            event.add("f" + i, new EventValue.Text("bad.example n" + i + ".example"));
        }
        List<IndicatorHit> hits = matcher.hits(event.build(), NOW);
        assertThat(hits).hasSize(IndicatorMatcher.HITS_MAX);
        assertThat(matcher.shed()).isEqualTo(301 - IndicatorMatcher.HITS_MAX);
        assertThat(hits.getFirst().values()).hasSize(IndicatorMatcher.VALUES_MAX);
    }

    @Test
    void urlsInOneTextAreBounded() {
        IndicatorMatcher matcher = matcher(set("http://a.example/x"));
        matcher.hits(Indicators.event("http://a.example/,".repeat(100_000)), NOW);
        assertThat(matcher.shed()).isPositive();
    }

    @Test
    void anotherSetTakesItsPlaceBetweenTwoEvents() {
        LiveIndicators live = new LiveIndicators(set("bad.example"));
        IndicatorMatcher matcher = new IndicatorMatcher(live);
        FieldEvent event = Indicators.event("bad.example worse.example");
        assertThat(matcher.hits(event, NOW)).hasSize(1);
        live.swap(set("bad.example", "worse.example"));
        assertThat(matcher.hits(event, NOW)).hasSize(2);
        live.swap(IndicatorSet.empty(new Random(4)));
        assertThat(matcher.hits(event, NOW)).isEmpty();
    }

    @Test
    void otherFormatsAreSearchedFieldByField() throws Exception {
        IndicatorMatcher matcher = matcher(SET);
        Detector detector =
                DetectionEngine.of(RuleSet.of(List.of()), EventSource.UNKNOWN).detector(matcher);
        byte[] line =
                """
                203.0.113.9 - - [20/Nov/2026:13:55:36 +0000] "GET /x HTTP/1.1" 200 2 \
                "https://bad.example/" "curl"\
                """
                        .getBytes(StandardCharsets.UTF_8);
        matcher.begin();
        detector.judge(Formats.of("access").orElseThrow(), line, 0, line.length);
        assertThat(matcher.hits(NOW))
                .extracting(hit -> hit.indicator().value().text())
                .containsOnly("203.0.113.9", "bad.example");
        assertThat(matcher.hits(NOW))
                .flatExtracting(IndicatorHit::values)
                .extracting(MatchedValue::field)
                .doesNotContain("");
    }

    @Test
    void longTextsWithEscapesAreSearchedToTheirEnds() throws Exception {
        IndicatorMatcher matcher = matcher(SET);
        Detector detector =
                DetectionEngine.of(RuleSet.of(List.of()), EventSource.UNKNOWN).detector(matcher);
        String json = "{\"a\":\"" + "\\\\x".repeat(20_000) + " bad.example\"}";
        matcher.begin();
        detector.judge(json.getBytes(StandardCharsets.UTF_8));
        assertThat(matcher.hits(NOW)).hasSize(1);
        matcher.begin();
        detector.judge("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(matcher.found()).isFalse();
    }

    private static List<String> told(IndicatorHit hit) {
        String value = hit.indicator().value().text();
        return hit.values().stream().map(where -> where.field() + " " + value).toList();
    }

    @Test
    void aDetectorTellsOfEveryValueWhateverItsRulesAskFor() throws Exception {
        IndicatorMatcher matcher = matcher(SET);
        Detector detector =
                DetectionEngine.of(RuleSet.of(List.of()), EventSource.UNKNOWN).detector(matcher);
        String json =
                """
                {"Event":{"EventData":{"Path":"C:\\\\x\\nbad.example","Code":1,"On":true,"No":null,
                "Url":"http:\\/\\/url.example\\/a(b)?q=1","List":["\\u0078.bad.example"],
                "Other":{"ə":"203.0.113.9"}}}}\
                """;
        matcher.begin();
        detector.judge(json.getBytes(StandardCharsets.UTF_8));
        assertThat(matcher.hits(NOW))
                .flatExtracting(IndicatorMatcherTest::told)
                .containsExactly(
                        "Path bad.example",
                        "List bad.example",
                        "Url url.example/a(b)?q=1",
                        "Other.ə 203.0.113.9");
    }

    @Test
    void aTextIsMadeReadableOnceHoweverMuchIsFoundInIt() {
        int many = 50_000;
        String[] values = new String[many];
        for (int i = 0; i < many; i++) {
            values[i] = "n" + i + ".example";
        }
        IndicatorMatcher matcher = matcher(set(values));
        String head = "Şübhəli 😀 ";
        byte[] text = (head + String.join(" ş ", values)).getBytes(StandardCharsets.UTF_8);
        matcher.begin();
        matcher.field("f".getBytes(StandardCharsets.UTF_8), 0, 1);
        matcher.text(text, 0, text.length);
        List<IndicatorHit> hits = matcher.hits(NOW);
        assertThat(hits).hasSize(IndicatorMatcher.HITS_MAX);
        assertThat(matcher.shed()).isEqualTo(many - IndicatorMatcher.HITS_MAX);
        assertThat(matcher.decoded()).isEqualTo(1);
        String whole = new String(text, StandardCharsets.UTF_8);
        String shared = hits.getFirst().values().getFirst().value();
        for (IndicatorHit hit : hits) {
            MatchedValue found = hit.values().getFirst();
            assertThat(found.value()).isSameAs(shared).isEqualTo(whole);
            assertThat(found.field()).isEqualTo("f");
            assertThat(whole.substring(found.span().from(), found.span().until()))
                    .isEqualTo(hit.indicator().value().text());
        }
        matcher.text("nothing.here".getBytes(StandardCharsets.UTF_8), 0, 12);
        assertThat(matcher.decoded()).isEqualTo(1);
    }

    /** Also in bytes that are no UTF-8, and backwards: a mail address begins before its host. */
    @Test
    void placesAreThoseOfTheReadableText() {
        IndicatorMatcher matcher = matcher(SET);
        for (String before : List.of("", "ə ", "😀 ", "\u0000\u0001 ")) {
            for (boolean broken : List.of(false, true)) {
                byte[] text =
                        (before + "~ kim@mail.example ə x@bad.example")
                                .getBytes(StandardCharsets.UTF_8);
                text[new String(text, StandardCharsets.ISO_8859_1).indexOf('~')] =
                        (byte) (broken ? 0xe2 : '~');
                matcher.begin();
                matcher.text(text, 0, text.length);
                List<IndicatorHit> hits = matcher.hits(NOW);
                assertThat(hits).hasSize(2);
                for (IndicatorHit hit : hits) {
                    MatchedValue found = hit.values().getFirst();
                    assertThat(found.value()).isEqualTo(new String(text, StandardCharsets.UTF_8));
                    Span span = found.span();
                    assertThat(found.value().substring(span.from(), span.until()))
                            .isEqualTo(hit.indicator().value().text());
                }
            }
        }
    }
}
