package az.qalxan.statistics.measure;

import az.qalxan.jurisdiction.Article;
import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.CaseOutcome;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.ProceduralStatus;
import az.qalxan.jurisdiction.Words;
import az.qalxan.statistics.measure.Measure.Cell;
import az.qalxan.statistics.measure.MeasureCounts.Counted;
import az.qalxan.statistics.measure.MeasureCounts.Counts;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the figures about cases: counted, small cells hidden, labelled in a language. */
@Component
class Measures {

    static final String NONE = "none";
    private static final String CYBER = "Cy";
    private static final List<String> PERSONS =
            List.of(
                    "victim:person",
                    "victim:organisation",
                    "suspect:person",
                    "accused:person",
                    "legal-person:organisation");

    private final MeasureCounts counts;
    private final MeasurePack pack;
    private final Jurisdiction jurisdiction;

    Measures(MeasureCounts counts, MeasurePack pack, Jurisdiction jurisdiction) {
        this.counts = counts;
        this.pack = pack;
        this.jurisdiction = jurisdiction;
    }

    /**
     * All figures of a question.
     *
     * @param cases how many cases they are about; hidden when it is small
     * @param tooFew whether a filter is so narrow that nothing is shown
     */
    record Answer(Asked asked, Value cases, boolean tooFew, List<Measure> figures) {

        Answer {
            figures = List.copyOf(figures);
        }
    }

    Answer answer(Asked asked, Text text) {
        if (narrow(asked)) {
            return new Answer(asked, new Value.Suppressed(), true, List.of());
        }
        Counts counted = counts.count(asked);
        Maker maker = new Maker(asked, counted, text);
        List<Measure> figures = new ArrayList<>();
        for (MeasureName name : MeasureName.values()) {
            figures.add(maker.figure(name));
        }
        return new Answer(asked, maker.cells.count(counted.count("cases")), false, figures);
    }

    /** A filter shows what its cell would show; a hidden cell is not opened by asking for it. */
    private boolean narrow(Asked asked) {
        if (!asked.sight().guarded() || !asked.filtered()) {
            return false;
        }
        if (!asked.body().isEmpty() && hidden(asked.withBody(""), "body", asked.body())) {
            return true;
        }
        if (!asked.article().isEmpty()
                && hidden(asked.withArticle(""), "article", asked.article())) {
            return true;
        }
        boolean both = !asked.body().isEmpty() && !asked.article().isEmpty();
        return both && (narrow(asked.withBody("")) || narrow(asked.withArticle("")));
    }

    private boolean hidden(Asked wider, String figure, String key) {
        return new Cells(true)
                .parts(counts.count(wider).of(figure), cell -> cell).stream()
                        .filter(cell -> cell.key().equals(key))
                        .anyMatch(cell -> cell.value() instanceof Value.Suppressed);
    }

    List<MeasureCounts.Behind> behind(Asked asked, MeasureName figure, String cell) {
        return counts.behind(asked, figure, cell);
    }

    /** The name of a case's state in that language. */
    String state(String state, Text text) {
        int colon = state.indexOf(':');
        if (colon < 0) {
            return text.of("case.state." + state);
        }
        String code = state.substring(colon + 1);
        return text.of("case.state." + state.substring(0, colon))
                + " · "
                + jurisdiction
                        .outcome(code)
                        .map(CaseOutcome::name)
                        .map(name -> in(name, text))
                        .orElse(code);
    }

    String body(String code, Text text) {
        return jurisdiction.body(code).map(Body::name).map(name -> in(name, text)).orElse(code);
    }

    /** The name of a procedural status in that language. */
    String status(String code, Text text) {
        return jurisdiction
                .status(code)
                .map(ProceduralStatus::name)
                .map(name -> in(name, text))
                .orElse(code);
    }

    private static String in(Words words, Text text) {
        return text.pick(words.az(), words.en());
    }

    /** Makes the figures of one answer. */
    private final class Maker {

        private final Asked asked;
        private final Counts counted;
        private final Text text;
        private final Cells cells;
        private final long total;

        Maker(Asked asked, Counts counted, Text text) {
            this.asked = asked;
            this.counted = counted;
            this.text = text;
            this.cells = new Cells(asked.sight().guarded());
            this.total =
                    cells.count(counted.count("cases")) instanceof Value.Count shown
                            ? shown.count()
                            : 0;
        }

        Measure figure(MeasureName name) {
            return switch (name) {
                case STAGES -> new Measure(name, stages(), unverified(pack.minimum()), 0);
                case MONTHS -> new Measure(name, months(), "", total);
                case ARTICLE -> new Measure(name, articles(), "", total);
                case ICCS -> new Measure(name, classes(), unverified(pack.iccs()), total);
                case BODY ->
                        new Measure(
                                name,
                                cells.parts(sorted("body"), code -> body(code, text)),
                                "",
                                total);
                case STATE ->
                        new Measure(
                                name,
                                cells.parts(sorted("state"), code -> state(code, text)),
                                "",
                                total);
                case CLEARANCE -> new Measure(name, clearance(), unverified(pack.stages()), 0);
                case TIMES -> new Measure(name, times(), "", 0);
                case PERSONS -> new Measure(name, persons(), "", 0);
                case MONEY -> new Measure(name, money(), "", 0);
                case BORDER -> new Measure(name, border(), "", total);
            };
        }

        private String unverified(MeasurePack.Origin origin) {
            return origin.verified() ? "" : in(origin.source(), text);
        }

        private List<Cell> stages() {
            return pack.items().stream()
                    .map(item ->
                            Cell.of(
                                    item.missing() == null ? item.counted() : item.code(),
                                    in(item.title(), text),
                                    stage(item)))
                    .toList();
        }

        private Value stage(MeasurePack.Item item) {
            Words missing = item.missing();
            if (missing != null) {
                return new Value.NotCollected(in(missing, text));
            }
            return switch (item.counted()) {
                case "reported" ->
                        cells.guarded() && !asked.filtered()
                                ? cells.count(counted.count("reported"))
                                : new Value.NotCollected(text.of("measure.reported-whole"));
                case "opened" -> cells.count(counted.count("cases"));
                case "prosecuted" ->
                        cells.part(counted.count("prosecuted"), counted.count("cases"));
                default -> cells.count(counted.of("persons", person(item.counted())).count());
            };
        }

        private static String person(String counted) {
            return counted.substring(counted.indexOf(':') + 1);
        }

        private List<Cell> months() {
            Map<String, Counted> every = new LinkedHashMap<>();
            for (var month = asked.from().withDayOfMonth(1);
                    !month.isAfter(asked.to());
                    month = month.plusMonths(1)) {
                String key = month.toString().substring(0, "2026-01".length());
                every.put(key, counted.of("months", key));
            }
            return cells.parts(every, key -> key).stream().map(this::withClosed).toList();
        }

        private Cell withClosed(Cell month) {
            Value closed =
                    month.value() instanceof Value.Count opened
                            ? cells.part(
                                    counted.of("months-closed", month.key()).count(),
                                    opened.count())
                            : new Value.Suppressed();
            return new Cell(month.key(), month.label(), "", month.value(), closed);
        }

        private List<Cell> articles() {
            return cells.parts(sorted("article"), this::article).stream()
                    .map(cell ->
                            cell.key().equals(NONE) || verified(cell.key())
                                    ? cell
                                    : cell.marked(text.of("web.unverified")))
                    .toList();
        }

        /** The largest first, what has none last. */
        private Map<String, Counted> sorted(String figure) {
            Map<String, Counted> bare = counted.of(figure);
            Map<String, Counted> sorted = new LinkedHashMap<>();
            bare.entrySet().stream()
                    .filter(one -> !one.getKey().equals(NONE))
                    .sorted((one, other) ->
                            Long.compare(other.getValue().count(), one.getValue().count()))
                    .forEach(one -> sorted.put(one.getKey(), one.getValue()));
            if (bare.containsKey(NONE)) {
                sorted.put(NONE, counted.of(figure, NONE));
            }
            return sorted;
        }

        private String article(String number) {
            return number.equals(NONE)
                    ? text.of("measure.no-article")
                    : known(number)
                            .map(article -> number + " · " + in(article.title(), text))
                            .orElse(number);
        }

        /** The article, or the one that it is a part of, in the wording of the period's end. */
        private Optional<Article> known(String number) {
            String part = number;
            while (!part.isEmpty()) {
                Optional<Article> found = jurisdiction.article(part, asked.to());
                if (found.isPresent()) {
                    return found;
                }
                part = part.substring(0, Math.max(part.lastIndexOf('.'), 0));
            }
            return Optional.empty();
        }

        private boolean verified(String number) {
            return known(number).map(article -> article.basis().verified()).orElse(false);
        }

        private List<Cell> classes() {
            List<Cell> all = new ArrayList<>();
            counted.of("tag")
                    .forEach((tag, count) ->
                            all.add(
                                    Cell.of(
                                                    tag,
                                                    text.of("measure.tag." + tag),
                                                    cells.part(
                                                            count.count(), counted.count("cases")))
                                            .marked(tag)));
            cells.parts(sorted("iccs"), this::iccs).stream()
                    .map(cell -> pack.tagged(cell.key(), CYBER) ? cell.marked(CYBER) : cell)
                    .forEach(all::add);
            return all;
        }

        private String iccs(String code) {
            return code.equals(NONE)
                    ? text.of("measure.no-class")
                    : code + pack.ofCode(code).map(one -> " · " + in(one.title(), text)).orElse("");
        }

        private List<Cell> clearance() {
            long offences = counted.count("offences");
            if (offences == 0) {
                return List.of();
            }
            return List.of(
                    Cell.of(
                            "cleared",
                            text.of("measure.clearance.cleared"),
                            cells.rate(counted.count("cleared"), offences)));
        }

        private List<Cell> times() {
            List<Cell> all = new ArrayList<>();
            for (String code : List.of("acceptance", "closure")) {
                @Nullable Value hours = cells.hours(counted.of("times", code));
                if (hours != null) {
                    all.add(Cell.of(code, text.of("measure.times." + code), hours));
                }
            }
            return all;
        }

        private List<Cell> persons() {
            return PERSONS.stream()
                    .map(key ->
                            Cell.of(
                                    key,
                                    personLabel(key),
                                    cells.count(counted.of("persons", key).count())))
                    .toList();
        }

        private String personLabel(String key) {
            return status(key.substring(0, key.indexOf(':')), text)
                    + " · "
                    + text.of("party.kind." + person(key));
        }

        /** By currency: what was lost, what is held, what came back; never added up. */
        private List<Cell> money() {
            TreeSet<String> currencies = new TreeSet<>();
            counted.of("money").keySet().forEach(key -> currencies.add(person(key)));
            List<Cell> all = new ArrayList<>();
            for (String currency : currencies) {
                for (String what : List.of("loss", "frozen", "returned")) {
                    String key = what + ":" + currency;
                    all.add(
                            Cell.of(
                                    key,
                                    text.of("measure.money." + what) + " · " + currency,
                                    cells.money(counted.of("money", key), currency)));
                }
            }
            return all;
        }

        private List<Cell> border() {
            Map<String, Counted> all = new LinkedHashMap<>();
            for (String said : List.of("yes", "no", "unknown")) {
                all.put(said, counted.of("border", said));
            }
            List<Cell> parts = cells.parts(all, key -> text.of("measure.border." + key));
            long yes = counted.of("border", "yes").count();
            long said = yes + counted.of("border", "no").count();
            if (said == 0) {
                return parts;
            }
            boolean given =
                    parts.stream()
                            .filter(cell -> !cell.key().equals("unknown"))
                            .anyMatch(cell -> cell.value() instanceof Value.Suppressed);
            List<Cell> shown = new ArrayList<>();
            shown.add(
                    Cell.of(
                            "share",
                            text.of("measure.border.share"),
                            given ? new Value.Suppressed() : cells.rate(yes, said)));
            shown.addAll(parts);
            return shown;
        }
    }
}
