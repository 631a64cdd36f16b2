package az.qalxan.engines.linking.series;

/** What people decided about a key; without a ruling the data decide. */
public enum HubRuling {
    /** Innocent or too common: it weighs nothing. */
    HUB,
    /** It links, however common it is, up to {@link HubRule#HOLDERS_MAX} reports. */
    NOT_HUB
}
