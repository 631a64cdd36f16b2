package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.Locale;

/** The sentences about the choice of a basis. */
final class BasisWords {

    private BasisWords() {}

    static Reason statement(Statement one) {
        return new Reason(
                "statement-" + one.kind().name().toLowerCase(Locale.ROOT),
                Wording.of(
                        one.state()
                                + ", "
                                + one.clause().article()
                                + " ("
                                + one.kind().wording().az()
                                + "): "
                                + one.text().az(),
                        one.state()
                                + ", "
                                + one.clause().article()
                                + " ("
                                + one.kind().wording().en()
                                + "): "
                                + one.text().en()),
                one.clause(),
                one.citation().standing());
    }

    static Reason reserved(Statement one) {
        return new Reason(
                "reserved",
                Wording.of(
                        one.state() + " bu maddəni tətbiq etmir: " + one.text().az(),
                        one.state() + " does not apply this article: " + one.text().en()),
                one.clause(),
                one.citation().standing());
    }

    static Reason rank(BasisRule rule, int place, int all) {
        Wording text;
        if (all == 1) {
            text = Wording.of("Yeganə yararlı əsasdır.", "It is the only usable basis.");
        } else if (place == 1) {
            text =
                    Wording.of(
                            all
                                    + " yararlı əsasdan birinci təklif olunur (qaydada sırası "
                                    + rule.rank()
                                    + ").",
                            "It is proposed first of "
                                    + all
                                    + " usable ones (its rank is "
                                    + rule.rank()
                                    + ").");
        } else {
            text =
                    Wording.of(
                            "Növbəti seçim, yeri "
                                    + place
                                    + " (qaydada sırası "
                                    + rule.rank()
                                    + ").",
                            "A further choice, in place "
                                    + place
                                    + " (its rank is "
                                    + rule.rank()
                                    + ").");
        }
        return new Reason("rank", text, rule.clause(), Standing.VERIFIED);
    }

    static Reason noInstrument(BasisRule rule) {
        return new Reason(
                "no-instrument",
                Wording.of(
                        rule.clause().instrument() + " kitabda yoxdur.",
                        "The book does not hold " + rule.clause().instrument() + "."),
                rule.clause(),
                Standing.UNVERIFIED);
    }

    static Reason ruleOutOfTime(BasisRule rule) {
        Period period = rule.period();
        String from = period.from() == null ? "…" : String.valueOf(period.from());
        String until = period.until() == null ? "…" : String.valueOf(period.until());
        return new Reason(
                "rule-out-of-time",
                Wording.of(
                        "Bu qayda yalnız " + from + " – " + until + " dövründə tətbiq olunur.",
                        "This rule holds from " + from + " to " + until + " only."),
                rule.clause(),
                rule.citation().standing());
    }

    static Reason articleOutOfTime(BasisRule rule, LocalDate on) {
        return new Reason(
                "article-out-of-time",
                Wording.of(
                        rule.clause() + " maddəsinin " + on + " gününə aid mətni yoxdur.",
                        rule.clause() + " has no wording on " + on + "."),
                rule.clause(),
                rule.citation().standing());
    }

    static Reason competent(Power one) {
        return new Reason(
                "competent",
                Wording.of(
                        one.state() + ": " + one.name().az() + " (" + one.clause() + ").",
                        one.state() + ": " + one.name().en() + " (" + one.clause() + ")."),
                one.clause(),
                one.citation().standing());
    }

    static Reason alsoCompetent(Power one) {
        return new Reason(
                "also-competent",
                Wording.of(
                        "Həmçinin: " + one.name().az() + " (" + one.clause() + ").",
                        "Also: " + one.name().en() + " (" + one.clause() + ")."),
                one.clause(),
                one.citation().standing());
    }

    static Reason warning(Power one, Wording text) {
        return new Reason("warning", text, one.clause(), one.citation().standing());
    }

    static Reason nobodyCompetent(Function function, StateCode state, String instrument) {
        return new Reason(
                "nobody-competent",
                Wording.of(
                        state
                                + ", "
                                + instrument
                                + ": "
                                + function.wording().az()
                                + " üçün orqan göstərilməyib.",
                        state
                                + ", "
                                + instrument
                                + ": no body is named for "
                                + function.wording().en()
                                + "."),
                new Clause(instrument, ""),
                Standing.UNVERIFIED);
    }

    static Reason unknownState(StateCode state) {
        return new Reason(
                "unknown-state",
                Wording.of(
                        state
                                + " barədə heç bir fakt yoxdur: bu, iştirakçı olmadığını yox,"
                                + " məlumatın daxil edilmədiyini göstərir.",
                        "Nothing about "
                                + state
                                + " is entered: that does not mean that it is no party."),
                null,
                Standing.UNVERIFIED);
    }

    static Reason noBasis(BasisQuestion question, boolean noRule) {
        if (question.domestic()) {
            return plain(
                    "no-basis",
                    question.from()
                            + " daxilində bu növ sorğu üçün qayda yoxdur və ya həmin gün qüvvədə"
                            + " deyil.",
                    "No rule carries a request of this kind inside "
                            + question.from()
                            + " on that day.");
        }
        if (question.kind() == RequestKind.OPERATOR_REQUEST) {
            return plain(
                    "no-basis",
                    "Operatora sorğu bir dövlətin daxilində verilir; başqa dövlətdəki operator"
                            + " üçün həmin dövlətdən soruşulur.",
                    "An operator is asked inside one state; for an operator abroad its state is"
                            + " asked.");
        }
        return noRule
                ? plain(
                        "no-basis",
                        "Bu növ sorğunu daşıya bilən heç bir qayda daxil edilməyib.",
                        "No rule that could carry a request of this kind is entered.")
                : plain(
                        "no-basis",
                        "Həmin gün bu iki dövlət arasında bu sorğunu daşıya bilən əsas yoxdur.",
                        "No basis could carry this request between these states on that day.");
    }

    static Reason noReciprocity() {
        return new Reason(
                "no-reciprocity",
                Wording.of(
                        "Qarşılıqlılıq əsasında icra barədə heç bir paketdə qayda yoxdur.",
                        "No pack has a rule on acting by reciprocity."),
                null,
                Standing.UNVERIFIED);
    }

    static Reason remark(Remark one) {
        String instrument = one.instrument();
        return new Reason(
                switch (one.kind()) {
                    case OPEN_POINT -> "open-point";
                    case ANYWAY -> "anyway";
                    case RECIPROCITY -> "reciprocity";
                },
                one.text(),
                instrument == null ? null : new Clause(instrument, ""),
                one.citation().standing());
    }

    private static Reason plain(String code, String az, String en) {
        return LawWords.plain(code, Wording.of(az, en));
    }
}
