package az.qalxan.engines.synthesis;

import java.time.LocalDate;
import java.util.Arrays;

/** How the reports of a country spread over its days: week, season and growth. */
final class DayCurve {

    private static final double GROWTH = 0.6;
    private static final double WINTER = 1.15;
    private static final double SUMMER = 0.92;

    /** Sum of the weights of all days before this one. */
    private final double[] before;

    DayCurve(CountryPlan plan) {
        int days = plan.days();
        this.before = new double[days + 1];
        for (int day = 0; day < days; day++) {
            double growth = 1 + GROWTH * day / days;
            before[day + 1] = before[day] + growth * weight(plan.from().plusDays(day));
        }
    }

    private static double weight(LocalDate date) {
        double season =
                switch (date.getMonthValue()) {
                    case 11, 12 -> WINTER;
                    case 7, 8 -> SUMMER;
                    default -> 1;
                };
        return season * Hours.REPORTING.dayWeight(date.getDayOfWeek().ordinal());
    }

    /** How many of {@code total} arrive on this day; over all days exactly {@code total}. */
    int share(int total, int day) {
        return upTo(total, day + 1) - upTo(total, day);
    }

    private int upTo(int total, int day) {
        return (int) (total * (before[day] / before[before.length - 1]));
    }

    /** A day from 0 to {@code last}. */
    int pickDay(int last, Dice dice) {
        double aim = dice.unit() * before[last + 1];
        int found = Arrays.binarySearch(before, 0, last + 2, aim);
        return Math.min(last, found >= 0 ? found : -found - 2);
    }
}
