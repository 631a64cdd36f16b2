package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What happens to the answers when the law changes: a row is added, no program. */
class BasisChoiceTest {

    private static final StateCode AZ = new StateCode("AZ");
    private static final StateCode TR = new StateCode("TR");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 1);
    private static final Citation READ =
            new Citation(List.of("RECALLED"), Standing.VERIFIED, DAY, "");

    @Test
    void theUnConventionCarriesFromTheDayOnWhichItBindsBoth() {
        LawBook book = unInForce();
        BasisQuestion question = question(RequestKind.TRANSFER_OF_PROCEEDINGS, DAY);
        assertThat(clauses(book.basis(question))).containsExactly("UN-2024:39");
        assertThat(book.basis(question(RequestKind.TRANSFER_OF_PROCEEDINGS, DAY.minusDays(1))))
                .matches(one -> one.usable().isEmpty());
        assertThat(Packs.book().basis(question).usable()).isEmpty();
    }

    @Test
    void twoBasesStandInTheOrderOfTheirRankAndTheBudapestConventionFirst() {
        BasisAnswer answer = unInForce().basis(question(RequestKind.PRESERVATION, DAY));
        assertThat(clauses(answer)).containsExactly("BUDAPEST-185:29", "UN-2024:42");
        assertThat(answer.usable().getFirst().standing()).isEqualTo(Standing.VERIFIED);
        assertThat(answer.usable().getLast().standing()).isEqualTo(Standing.UNVERIFIED);
        assertThat(answer.usable().getLast().clocks().stream().map(ClockRule::id))
                .containsExactly("un-preservation-floor", "un-preservation-ceiling");
    }

    @Test
    void whoSendsUnderTheUnConventionStaysOpenUntilSomebodyIsNamed() {
        Basis un = unInForce().basis(question(RequestKind.STORED_DATA, DAY)).usable().getLast();
        assertThat(un.sender().known()).isFalse();
        assertThat(un.sender().reasons())
                .singleElement()
                .matches(one -> one.code().equals("nobody-competent"));
        assertThat(unInForce().basis(question(RequestKind.STORED_DATA, DAY)).reasons())
                .anyMatch(one -> one.text().en().startsWith("Who sends Azerbaijan's own requests"));
        LawBook named =
                with(
                        unInForce(),
                        new Power(
                                "az-un-sending",
                                AZ,
                                Function.ASSISTANCE_SENDING,
                                "bp",
                                Wording.of("Baş Prokurorluq", "Prosecutor General's Office"),
                                Clause.of("UN-2024:40"),
                                null,
                                Period.since(DAY),
                                READ));
        assertThat(
                        named.basis(question(RequestKind.STORED_DATA, DAY))
                                .usable()
                                .getLast()
                                .sender()
                                .body())
                .isEqualTo("bp");
    }

    @Test
    void whoWithdrewIsNoLongerBound() {
        LawBook book = with(Packs.book(), event(TR, "BUDAPEST-185", TreatyStep.WITHDRAWAL, DAY));
        BasisAnswer after = book.basis(question(RequestKind.PRESERVATION, DAY));
        assertThat(after.usable()).isEmpty();
        assertThat(codes(after, "BUDAPEST-185")).contains("withdrawn");
        assertThat(book.basis(question(RequestKind.PRESERVATION, DAY.minusDays(1))).usable())
                .hasSize(1);
        LawBook again =
                with(book, event(TR, "BUDAPEST-185", TreatyStep.ENTRY_INTO_FORCE, DAY.plusDays(9)));
        assertThat(again.basis(question(RequestKind.PRESERVATION, DAY.plusDays(8))).usable())
                .isEmpty();
        assertThat(again.basis(question(RequestKind.PRESERVATION, DAY.plusDays(9))).usable())
                .hasSize(1);
    }

    @Test
    void aReservationThatExcludesTakesTheArticleAndNothingElse() {
        LawBook book =
                with(
                        Packs.book(),
                        new Statement(
                                "tr-excludes-30",
                                StatementKind.RESERVATION,
                                TR,
                                Clause.of("BUDAPEST-185:30"),
                                StatementEffect.EXCLUDES,
                                Wording.of("tətbiq etmir", "does not apply it"),
                                new Period(DAY, DAY.plusDays(5)),
                                READ));
        assertThat(codes(book.basis(question(RequestKind.PARTIAL_DISCLOSURE, DAY)), "BUDAPEST-185"))
                .contains("reserved");
        assertThat(book.basis(question(RequestKind.PRESERVATION, DAY)).usable()).hasSize(1);
        assertThat(book.basis(question(RequestKind.PARTIAL_DISCLOSURE, DAY.plusDays(5))).usable())
                .hasSize(1);
    }

    @Test
    void whatIsSwitchedOffStaysOffAlthoughEverybodyIsBound() {
        LawBook bound =
                changed(
                        with(
                                Packs.book(),
                                event(AZ, "CETS-224", TreatyStep.ENTRY_INTO_FORCE, DAY),
                                event(TR, "CETS-224", TreatyStep.ENTRY_INTO_FORCE, DAY)),
                        "CETS-224",
                        one -> living(one, InstrumentUse.DISABLED));
        assertThat(bound.basis(question(RequestKind.JOINT_INVESTIGATION, DAY)).usable()).isEmpty();
        LawBook on = changed(bound, "CETS-224", one -> living(one, InstrumentUse.OPEN));
        assertThat(clauses(on.basis(question(RequestKind.JOINT_INVESTIGATION, DAY))))
                .containsExactly("CETS-224:12");
        assertThat(
                        on.basis(question(RequestKind.SUBSCRIBER_INFORMATION, DAY))
                                .usable()
                                .getFirst()
                                .clocks())
                .singleElement()
                .matches(one -> one.amount() == 30 && one.kind() == ClockKind.RESPONSE);
    }

    @Test
    void reciprocityIsMentionedOnlyWhereAPackSaysSo() {
        BasisQuestion question = question(RequestKind.JOINT_INVESTIGATION, DAY);
        assertThat(Packs.book().basis(question).reasons())
                .anyMatch(one -> one.code().equals("no-reciprocity"));
        LawBook book =
                with(
                        Packs.book(),
                        new Remark(
                                "reciprocity",
                                RemarkKind.RECIPROCITY,
                                List.of(AZ),
                                RemarkSide.SENDER,
                                List.of(),
                                null,
                                Wording.of("qarşılıqlı", "reciprocal"),
                                Period.ALWAYS,
                                READ));
        assertThat(book.basis(question).reasons())
                .anyMatch(one -> one.code().equals("reciprocity"))
                .noneMatch(one -> one.code().equals("no-reciprocity"));
    }

    @Test
    void dualCriminalityShowsWhatBothStatesReserved() {
        Basis basis =
                Packs.book()
                        .basis(question(RequestKind.PRESERVATION, LocalDate.of(2026, 11, 27)))
                        .best()
                        .orElseThrow();
        assertThat(basis.dualCriminality().statements().stream().map(Statement::id))
                .contains("az-budapest-4-2", "az-budapest-6-3", "az-budapest-29")
                .contains("tr-budapest-2", "tr-budapest-29-4");
        assertThat(basis.statements().stream().map(Statement::id))
                .containsExactlyInAnyOrder("az-budapest-29", "tr-budapest-29-4");
    }

    private static LawBook unInForce() {
        return changed(
                with(
                        Packs.book(),
                        event(AZ, "UN-2024", TreatyStep.ENTRY_INTO_FORCE, DAY),
                        event(TR, "UN-2024", TreatyStep.ENTRY_INTO_FORCE, DAY)),
                "UN-2024",
                one -> living(one, InstrumentUse.OPEN));
    }

    private static Instrument living(Instrument one, InstrumentUse use) {
        return new Instrument(
                one.id(),
                one.name(),
                one.kind(),
                one.state(),
                one.number(),
                one.opened(),
                DAY,
                null,
                use,
                READ);
    }

    private static TreatyEvent event(
            StateCode state, String instrument, TreatyStep step, LocalDate day) {
        return new TreatyEvent(instrument, state, step, day, READ);
    }

    private static LawBook with(LawBook book, LawRow... more) {
        List<LawRow> rows = new ArrayList<>(book.facts().rows());
        rows.addAll(List.of(more));
        return LawBook.of(new LawFacts(rows, book.facts().sources()));
    }

    private static LawBook changed(LawBook book, String id, UnaryOperator<Instrument> change) {
        List<LawRow> rows = new ArrayList<>(book.facts().rows());
        rows.replaceAll(row ->
                row instanceof Instrument one && one.id().equals(id) ? change.apply(one) : row);
        return LawBook.of(new LawFacts(rows, book.facts().sources()));
    }

    private static BasisQuestion question(RequestKind kind, LocalDate on) {
        return new BasisQuestion(kind, AZ, TR, on);
    }

    private static List<String> clauses(BasisAnswer answer) {
        return answer.usable().stream().map(one -> one.clause().toString()).toList();
    }

    private static List<String> codes(BasisAnswer answer, String instrument) {
        return answer.unusable().stream()
                .filter(one -> one.clause().instrument().equals(instrument))
                .flatMap(one -> one.reasons().stream())
                .map(Reason::code)
                .toList();
    }
}
