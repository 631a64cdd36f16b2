package az.qalxan.series.picture;

import java.util.Locale;

/** How much of a large series is drawn. */
public enum Detail {
    /** What holds the series together, to be taken in at once. */
    OVERVIEW(40, 40, 6),
    USUAL(90, 80, 12),
    /** As much as can be drawn without signs lying on each other. */
    FULL(180, 150, 24);

    private final int identifiersMax;
    private final int reportPlacesMax;
    private final int hubsMax;

    Detail(int identifiersMax, int reportPlacesMax, int hubsMax) {
        this.identifiersMax = identifiersMax;
        this.reportPlacesMax = reportPlacesMax;
        this.hubsMax = hubsMax;
    }

    /** So many identifiers are drawn; of more, those of the most reports. */
    int identifiersMax() {
        return identifiersMax;
    }

    /** So many places of reports; beyond, small bundles of one main identifier become one. */
    int reportPlacesMax() {
        return reportPlacesMax;
    }

    /** So many common identifiers are drawn; of more, those of the most reports. */
    int hubsMax() {
        return hubsMax;
    }

    /** Message key {@code picture.detail.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The detail of that code; the overview when there is none. */
    public static Detail of(String code) {
        for (Detail detail : values()) {
            if (detail.code().equals(code)) {
                return detail;
            }
        }
        return OVERVIEW;
    }
}
