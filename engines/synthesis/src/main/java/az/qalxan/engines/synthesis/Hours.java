package az.qalxan.engines.synthesis;

import java.util.List;

/** How likely things are in each hour of a day in Baku, and on each day of the week. */
enum Hours {
    /** A call centre: weekdays from ten to seven with a dip for lunch. */
    OFFICE("0 0 0 0 0 0 0 0 1 6 30 34 28 12 26 34 33 30 22 4 1 0 0 0", 0.12, 0.05),
    /** Buying, selling and clicking: noon to late evening. */
    DAILY("3 2 1 1 1 1 2 5 10 15 19 21 21 20 20 21 22 23 25 27 28 25 18 9", 0.95, 0.85),
    /** Chats and false profiles: the evening and the night. */
    EVENING("16 10 6 3 1 1 1 2 3 4 6 7 8 9 10 11 12 15 20 26 31 34 32 25", 1.15, 1.2),
    /** Machines that never sleep. */
    ROUND("20 22 24 25 24 22 19 17 16 17 18 18 18 18 18 18 18 18 19 20 20 20 20 20", 1.0, 1.0),
    /** When people find the time to report. */
    REPORTING("3 2 1 1 1 1 2 6 16 30 36 35 29 22 26 29 28 26 22 20 19 16 11 6", 0.72, 0.62);

    private final Weighted<Integer> hours;
    private final double saturday;
    private final double sunday;

    Hours(String weights, double saturday, double sunday) {
        String[] cells = weights.split(" ");
        Integer[] all = new Integer[cells.length];
        for (int hour = 0; hour < all.length; hour++) {
            all[hour] = hour;
        }
        this.hours = Weighted.of(List.of(all), hour -> Integer.parseInt(cells[hour]));
        this.saturday = saturday;
        this.sunday = sunday;
    }

    /** Seconds since local midnight. */
    int secondOfDay(Dice dice) {
        return hours.pick(dice) * 3_600 + dice.below(3_600);
    }

    /** Likelihood of a day against a weekday; 0 is Monday and 6 is Sunday. */
    double dayWeight(int dayOfWeek) {
        return switch (dayOfWeek) {
            case 5 -> saturday;
            case 6 -> sunday;
            default -> 1;
        };
    }
}
