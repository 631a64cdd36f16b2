package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells how a day was reached by counting. */
record CountedDays(WorkingCalendar calendar, LocalDate from, int workingDays) {

    /** Single free days are told up to this many; more are summed up. */
    private static final int TOLD_MAX = 40;

    DueDay due(LocalDate reached) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                plain(
                        "start-not-counted",
                        "Hesablama " + from + " gününün ertəsindən başlayır.",
                        "Counting begins the day after " + from + "."));
        int rest = 0;
        int told = 0;
        for (LocalDate day = from.plusDays(1); day.isBefore(reached); day = day.plusDays(1)) {
            DayKind kind = calendar.of(day);
            if (kind == DayKind.WEEKLY_REST) {
                rest++;
            } else if ((!kind.working() || kind == DayKind.DECIDED_WORK) && told < TOLD_MAX) {
                told++;
                reasons.add(special(day, kind));
            }
        }
        if (rest > 0) {
            reasons.add(
                    plain(
                            "rest-days",
                            rest + " həftəlik istirahət günü sayılmır.",
                            rest + " weekly rest days are not counted."));
        }
        reasons.add(
                plain(
                        "last-day",
                        workingDays + " iş gününün sonuncusu: " + reached + ".",
                        "The last of " + workingDays + " working days is " + reached + "."));
        boolean provisional = provisional(reached, reasons);
        return new DueDay(reached, provisional, reasons);
    }

    private Reason special(LocalDate day, DayKind kind) {
        List<Reason> why = calendar.reasons(day);
        String az = String.join("; ", why.stream().map(one -> one.text().az()).toList());
        String en = String.join("; ", why.stream().map(one -> one.text().en()).toList());
        Standing standing =
                why.stream().map(Reason::standing).reduce(Standing.VERIFIED, Standing::and);
        boolean counted = kind.working();
        return new Reason(
                counted ? "counted-day" : "free-day",
                Wording.of(
                        day + (counted ? " sayılır: " : " sayılmır: ") + az + ".",
                        day + (counted ? " is counted: " : " is not counted: ") + en + "."),
                why.isEmpty() ? null : why.getLast().clause(),
                standing);
    }

    private boolean provisional(LocalDate reached, List<Reason> reasons) {
        boolean provisional = false;
        for (int year = from.getYear(); year <= reached.getYear(); year++) {
            if (!calendar.decided(year)) {
                provisional = true;
                reasons.add(
                        new Reason(
                                "undecided-year",
                                Wording.of(
                                        year
                                                + "-ci ilin bayram günləri barədə qərar hələ"
                                                + " daxil edilməyib: tarix ilkindir.",
                                        "No decision on the holidays of "
                                                + year
                                                + " is entered: the date is provisional."),
                                calendar.rules().decides(),
                                Standing.UNVERIFIED));
            }
        }
        return provisional;
    }

    private static Reason plain(String code, String az, String en) {
        return new Reason(code, Wording.of(az, en), null, Standing.VERIFIED);
    }
}
