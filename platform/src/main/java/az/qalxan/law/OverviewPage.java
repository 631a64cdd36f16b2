package az.qalxan.law;

import az.qalxan.engines.language.Folding;
import az.qalxan.engines.law.Assessment;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.Participation;
import az.qalxan.engines.law.Power;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Statement;
import az.qalxan.engines.law.Wording;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first page of the law.
 *
 * @param words what was searched for; empty for nothing
 * @param more whether more was found than is shown
 */
record OverviewPage(
        LawView view,
        String words,
        List<Found> found,
        boolean more,
        List<TreatyRow> treaties,
        Counts counts) {

    private static final int FOUND_MAX = 60;

    OverviewPage {
        found = List.copyOf(found);
        treaties = List.copyOf(treaties);
    }

    /** Something that the words stand in. */
    record Found(Held<?> held, String title, String address) {}

    /** A treaty and where each state stands with it on the day. */
    record TreatyRow(Instrument treaty, List<Participation> participations) {

        TreatyRow {
            participations = List.copyOf(participations);
        }
    }

    /** How much is recorded, and how much of it somebody verified. */
    record Counts(int rows, int verified, int disputed) {}

    static OverviewPage of(LawView view, String words, Text text) {
        List<Found> found = words.isBlank() ? List.of() : found(view, words, text);
        return new OverviewPage(
                view,
                words,
                found.stream().limit(FOUND_MAX).toList(),
                found.size() > FOUND_MAX,
                view.treaties().stream().map(one -> row(view, one)).toList(),
                counts(view));
    }

    private static TreatyRow row(LawView view, Instrument treaty) {
        return new TreatyRow(
                treaty,
                view.states().stream()
                        .map(state -> view.book().participation(treaty.id(), state, view.on()))
                        .toList());
    }

    private static Counts counts(LawView view) {
        List<Standing> standings =
                view.book().facts().rows().stream().map(one -> one.citation().standing()).toList();
        return new Counts(
                standings.size(),
                (int) standings.stream().filter(Standing.VERIFIED::equals).count(),
                (int) standings.stream().filter(Standing.DISPUTED::equals).count());
    }

    private static List<Found> found(LawView view, String words, Text text) {
        List<String> wanted =
                Arrays.stream(Folding.fold(words).split("\\s+"))
                        .filter(one -> !one.isEmpty())
                        .toList();
        List<Found> found = new ArrayList<>();
        for (FactKind kind :
                List.of(
                        FactKind.INSTRUMENT,
                        FactKind.PROVISION,
                        FactKind.MAPPING,
                        FactKind.STATEMENT,
                        FactKind.POWER,
                        FactKind.ASSESSMENT)) {
            for (Held<?> held : view.known().of(kind)) {
                if (held.on(view.on()) || kind == FactKind.INSTRUMENT) {
                    String haystack = Folding.fold(haystack(held));
                    if (wanted.stream().allMatch(haystack::contains)) {
                        found.add(
                                new Found(
                                        held,
                                        title(held.fact(), text.language().code()),
                                        address(held)));
                    }
                }
            }
        }
        return found;
    }

    private static String haystack(Held<?> held) {
        Stream<String> words =
                switch (held.fact()) {
                    case Instrument one -> Stream.concat(all(one.name()), Stream.of(one.number()));
                    case Provision one -> all(one.title());
                    case Mapping one ->
                            Stream.concat(
                                    all(one.title()), Stream.of(String.valueOf(one.national())));
                    case Statement one -> Stream.concat(all(one.text()), clause(one));
                    case Power one -> Stream.concat(all(one.name()), clause(one));
                    case Assessment one -> Stream.concat(all(one.text()), clause(one));
                    default -> Stream.of();
                };
        return held.line().key() + "\n" + String.join("\n", words.toList());
    }

    private static Stream<String> clause(LawRow row) {
        return row.clauses().stream().map(Object::toString);
    }

    private static Stream<String> all(Wording wording) {
        return wording.texts().values().stream();
    }

    static String title(Record fact, String language) {
        return switch (fact) {
            case Instrument one -> one.name().in(language);
            case Provision one -> one.title().in(language);
            case Mapping one -> one.title().in(language);
            case Statement one -> one.text().in(language);
            case Power one -> one.name().in(language);
            case Assessment one -> one.text().in(language);
            default -> FactKind.keyOf(fact).key();
        };
    }

    private static String address(Held<?> held) {
        return switch (held.fact()) {
            case Instrument one -> "/law/instruments/" + Addresses.encoded(one.id());
            case Mapping one ->
                    "/law/cells/"
                            + one.state().code()
                            + "/"
                            + Addresses.encoded(one.treaty().toString());
            default -> held.line().path();
        };
    }

    /** The states that stand in the table. */
    List<StateCode> states() {
        return view.states();
    }
}
