package az.qalxan.series;

/**
 * A common identifier: it stands in so many unrelated reports that it says nothing, such as a
 * bank's own number.
 *
 * @param kind an identifier's kind
 * @param value as people may see it
 * @param members in how many reports of the series it stands
 */
public record SeriesHub(String kind, String value, int members) {}
