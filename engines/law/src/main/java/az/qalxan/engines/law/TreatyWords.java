package az.qalxan.engines.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The sentences about states and treaties. */
final class TreatyWords {

    private static final String FIRST_STEP = "first-step-later";
    private static final String SEEN = "seen-";

    private TreatyWords() {}

    static Reason notOpen(Instrument instrument, LocalDate opened) {
        return reason(
                "not-open",
                instrument,
                "imzaya yalnız " + opened + " tarixində açılıb",
                "opened for signature only on " + opened);
    }

    static Reason switchedOff(Instrument instrument) {
        return reason(
                "switched-off",
                instrument,
                "söndürülüb, tarixləri saxlanılır, istifadə olunmur",
                "switched off, kept with its dates, not used");
    }

    static Reason notInForce(Instrument instrument, @Nullable LocalDate inForce) {
        return inForce == null
                ? reason(
                        "not-in-force",
                        instrument,
                        "ümumi qüvvəyəminmə tarixi məlum deyil",
                        "no day of entry into force is known")
                : reason(
                        "not-in-force",
                        instrument,
                        "yalnız " + inForce + " tarixində qüvvəyə minib",
                        "entered into force only on " + inForce);
    }

    static Reason ended(Instrument instrument, LocalDate until) {
        return reason(
                "ended",
                instrument,
                until + " tarixindən qüvvədə deyil",
                "no longer in force since " + until);
    }

    static Reason inForce(Participation party) {
        return new Reason(
                "in-force",
                Wording.of(
                        party.state()
                                + ": "
                                + party.instrument().name().az()
                                + " "
                                + party.since()
                                + " tarixindən qüvvədədir.",
                        party.state()
                                + ": "
                                + party.instrument().name().en()
                                + " has been in force since "
                                + party.since()
                                + "."),
                new Clause(party.instrument().id(), ""),
                party.standing());
    }

    /** Why a state is not bound, in one word for programs and one sentence for people. */
    static Reason notBound(Participation party) {
        String name = party.instrument().id();
        Party none = none(party);
        String az =
                switch (party.stage()) {
                    case NOT_OPEN -> "sənəd hələ imzaya açılmayıb";
                    case NONE -> none.az;
                    case SIGNED -> "yalnız imzalayıb (" + party.since() + ")";
                    case ACCEPTED_AT_HOME ->
                            "ölkə daxilində qəbul edib ("
                                    + party.since()
                                    + "), amma qüvvəyə minməsi məlum deyil";
                    case DEPOSITED ->
                            "sənədi saxlanca verib (" + party.since() + "), hələ qüvvəyə minməyib";
                    case IN_FORCE -> "qüvvədədir";
                    case WITHDRAWN -> party.since() + " tarixindən çıxıb";
                };
        String en =
                switch (party.stage()) {
                    case NOT_OPEN -> "the instrument was not open yet";
                    case NONE -> none.en;
                    case SIGNED -> "signed only (" + party.since() + ")";
                    case ACCEPTED_AT_HOME ->
                            "accepted at home ("
                                    + party.since()
                                    + "), but no entry into force is known";
                    case DEPOSITED -> "deposited (" + party.since() + "), not in force for it yet";
                    case IN_FORCE -> "in force";
                    case WITHDRAWN -> "withdrew with effect from " + party.since();
                };
        return new Reason(
                party.stage() == Stage.NONE ? none.code : code(party.stage()),
                Wording.of(
                        party.state() + ", " + name + ": " + az + ".",
                        party.state() + ", " + name + ": " + en + "."),
                new Clause(name, ""),
                party.standing());
    }

    /** What is known where no step had been taken by that day. */
    private enum Party {
        NOT_YET("not-a-party-yet", "hələ iştirakçı deyil", "not a party yet"),
        NOT("not-a-party", "iştirakçı deyil", "not a party"),
        UNKNOWN("participation-unknown", "iştirakı məlum deyil", "participation is not known");

        final String code;
        final String az;
        final String en;

        Party(String code, String az, String en) {
            this.code = code;
            this.az = az;
            this.en = en;
        }
    }

    private static Party none(Participation party) {
        if (party.reasons().stream().anyMatch(one -> one.code().equals(FIRST_STEP))) {
            return Party.NOT_YET;
        }
        boolean seen =
                party.reasons().stream()
                        .anyMatch(one ->
                                one.code().startsWith(SEEN)
                                        && !one.code().equals(SEEN + "unknown"));
        return seen ? Party.NOT : Party.UNKNOWN;
    }

    private static String code(Stage stage) {
        return switch (stage) {
            case NOT_OPEN -> "not-open";
            case NONE -> "not-a-party";
            case SIGNED -> "signed-only";
            case ACCEPTED_AT_HOME -> "accepted-at-home";
            case DEPOSITED -> "deposited-not-in-force";
            case IN_FORCE -> "in-force";
            case WITHDRAWN -> "withdrawn";
        };
    }

    static Reason step(TreatyEvent one) {
        return new Reason(
                "step-" + LawWords.code(one.step()),
                Wording.of(
                        one.state() + ": " + one.step().wording().az() + " " + one.date() + ".",
                        one.state() + ": " + one.step().wording().en() + " on " + one.date() + "."),
                new Clause(one.instrument(), ""),
                one.citation().standing());
    }

    static Reason firstStep(TreatyEvent one) {
        return new Reason(
                FIRST_STEP,
                Wording.of(
                        one.state()
                                + ": məlum olan ilk addım, "
                                + one.step().wording().az()
                                + ", "
                                + one.date()
                                + ".",
                        one.state()
                                + ": the first known step, "
                                + one.step().wording().en()
                                + ", is of "
                                + one.date()
                                + "."),
                new Clause(one.instrument(), ""),
                one.citation().standing());
    }

    static Reason later(TreatyEvent one) {
        return new Reason(
                "in-force-later",
                Wording.of(
                        one.state() + " üçün yalnız " + one.date() + " tarixində qüvvəyə minib.",
                        "It entered into force for "
                                + one.state()
                                + " only on "
                                + one.date()
                                + "."),
                new Clause(one.instrument(), ""),
                one.citation().standing());
    }

    static Reason seen(Observation one) {
        String day = one.seen() == null ? "" : " (" + one.seen() + ")";
        return new Reason(
                SEEN + LawWords.code(one.kind()),
                Wording.of(one.text().az() + day, one.text().en() + day),
                new Clause(one.instrument(), ""),
                one.citation().standing());
    }

    static Reason noFact(Instrument instrument, StateCode state) {
        return new Reason(
                "no-fact",
                Wording.of(
                        state + " və " + instrument.id() + " barədə heç bir fakt daxil edilməyib.",
                        "No fact about " + state + " and " + instrument.id() + " is entered."),
                new Clause(instrument.id(), ""),
                Standing.UNVERIFIED);
    }

    private static Reason reason(String code, Instrument instrument, String az, String en) {
        return new Reason(
                code,
                Wording.of(
                        instrument.name().az() + ": " + az + ".",
                        instrument.name().en() + ": " + en + "."),
                new Clause(instrument.id(), ""),
                instrument.citation().standing());
    }
}
