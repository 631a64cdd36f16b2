package az.qalxan.series;

/** A series as a list shows it. */
public record SeriesRow(SeriesNumber number, SeriesTotals totals) {}
