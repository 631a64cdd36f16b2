package az.qalxan.monitoring.incident;

/** Levels of rules as numbers, for thresholds and order; message key {@code incident.level.N}. */
final class Level {

    static final int HIGHEST = 5;

    private Level() {}

    /** 1 informational to 5 critical; what its author left open counts as low. */
    static int of(String code) {
        return switch (code) {
            case "informational" -> 1;
            case "medium" -> 3;
            case "high" -> 4;
            case "critical" -> HIGHEST;
            default -> 2;
        };
    }
}
