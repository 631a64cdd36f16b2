package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of every answer, over random worlds in which treaties come and go. */
class LawBookPropertyTest {

    private static final List<StateCode> STATES =
            List.of("AZ", "TR", "KZ", "KG", "DE").stream().map(StateCode::new).toList();
    private static final List<RequestKind> KINDS = List.of(RequestKind.values());
    private static final Citation HERE =
            new Citation(List.of("X"), Standing.VERIFIED, LocalDate.EPOCH, "");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void theOrderOfFactsDoesNotMatter() {
        List<LawRow> rows = new ArrayList<>(Packs.facts().rows());
        List<Source> sources = new ArrayList<>(Packs.facts().sources());
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(rows, random);
            Collections.shuffle(sources, random);
            LawBook shuffled = LawBook.of(new LawFacts(rows, sources));
            for (int j = 0; j < 50; j++) {
                BasisQuestion question = question();
                assertThat(shuffled.basis(question))
                        .as("seed %d, %s", seed, question)
                        .isEqualTo(Packs.book().basis(question));
            }
            LocalDate day = day();
            assertThat(shuffled.on(day)).as("seed %d", seed).isEqualTo(Packs.book().on(day));
        }
    }

    @Test
    void noBasisEverStandsOutsideItsTime() {
        int usable = 0;
        for (int i = 0; i < 200; i++) {
            LawBook book = world();
            for (int j = 0; j < 50; j++) {
                BasisQuestion question = question();
                for (Basis one : book.basis(question).usable()) {
                    usable++;
                    assertThat(carries(book, one, question))
                            .as("seed %d, %s, %s", seed, question, one.clause())
                            .isTrue();
                }
            }
        }
        assertThat(usable).as("seed %d", seed).isGreaterThan(100);
    }

    /** Naive: the treaty in force that day at all, and for each side by the last binding step. */
    private static boolean carries(LawBook book, Basis basis, BasisQuestion question) {
        Instrument instrument = book.instrument(basis.clause().instrument()).orElseThrow();
        boolean open = instrument.use() == InstrumentUse.OPEN;
        LocalDate begun = instrument.inForce();
        boolean generally =
                begun != null
                        && !question.on().isBefore(begun)
                        && (instrument.until() == null
                                || question.on().isBefore(instrument.until()));
        if (instrument.kind() != InstrumentKind.TREATY) {
            return open && generally && question.domestic();
        }
        return open
                && generally
                && bound(book, instrument, question.from(), question.on())
                && bound(book, instrument, question.to(), question.on());
    }

    private static boolean bound(
            LawBook book, Instrument instrument, StateCode state, LocalDate on) {
        boolean bound = false;
        List<TreatyEvent> events =
                book.facts().of(TreatyEvent.class).stream()
                        .filter(one -> one.instrument().equals(instrument.id()))
                        .filter(one -> one.state().equals(state) && !one.date().isAfter(on))
                        .sorted(
                                java.util.Comparator.comparing(TreatyEvent::date)
                                        .thenComparing(TreatyEvent::step))
                        .toList();
        for (TreatyEvent one : events) {
            bound =
                    switch (one.step()) {
                        case ENTRY_INTO_FORCE -> true;
                        case WITHDRAWAL -> false;
                        default -> bound;
                    };
        }
        return bound;
    }

    @Test
    void everyAnswerExplainsItself() {
        for (int i = 0; i < 500; i++) {
            BasisQuestion question = question();
            BasisAnswer answer = Packs.book().basis(question);
            assertThat(answer.unusable()).allMatch(one -> !one.reasons().isEmpty());
            assertThat(answer.usable()).allMatch(one -> one.reasons().size() >= 2);
            assertThat(answer.usable().isEmpty())
                    .as("seed %d, %s", seed, question)
                    .isEqualTo(
                            answer.reasons().stream()
                                    .anyMatch(one -> one.code().equals("no-basis")));
            for (Basis one : answer.usable()) {
                assertThat(weakest(one)).as("seed %d, %s", seed, question).isTrue();
            }
        }
    }

    /** A basis is never better proven than the facts that make it usable. */
    private static boolean weakest(Basis basis) {
        return basis.reasons().stream()
                .filter(one -> one.code().equals("carries") || one.code().equals("in-force"))
                .allMatch(one -> basis.standing().and(one.standing()) == basis.standing());
    }

    /** The packs' facts with steps and lives of treaties drawn at random. */
    private LawBook world() {
        List<LawRow> rows = new ArrayList<>();
        for (LawRow row : Packs.facts().rows()) {
            switch (row) {
                case TreatyEvent ignored -> {}
                case Instrument one when one.kind() == InstrumentKind.TREATY -> rows.add(life(one));
                default -> rows.add(row);
            }
        }
        for (Instrument one : Packs.book().instruments()) {
            if (one.kind() == InstrumentKind.TREATY) {
                STATES.forEach(state -> steps(one.id(), state, rows));
            }
        }
        return LawBook.of(new LawFacts(rows, List.of()));
    }

    private Instrument life(Instrument one) {
        LocalDate from = random.nextInt(4) == 0 ? null : day().minusYears(10);
        LocalDate until =
                from == null || random.nextInt(3) > 0
                        ? null
                        : from.plusDays(1 + random.nextInt(9_000));
        return new Instrument(
                one.id(),
                one.name(),
                one.kind(),
                null,
                "",
                null,
                from,
                until,
                random.nextInt(5) == 0 ? InstrumentUse.DISABLED : InstrumentUse.OPEN,
                HERE);
    }

    private void steps(String instrument, StateCode state, List<LawRow> rows) {
        for (TreatyStep step : TreatyStep.values()) {
            for (int i = 0; i < random.nextInt(3); i++) {
                LocalDate day = day().minusYears(step == TreatyStep.WITHDRAWAL ? 0 : 8);
                rows.add(new TreatyEvent(instrument, state, step, day, HERE));
            }
        }
    }

    private BasisQuestion question() {
        return new BasisQuestion(
                KINDS.get(random.nextInt(KINDS.size())),
                STATES.get(random.nextInt(STATES.size())),
                STATES.get(random.nextInt(STATES.size())),
                day());
    }

    private LocalDate day() {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(10_500));
    }
}
