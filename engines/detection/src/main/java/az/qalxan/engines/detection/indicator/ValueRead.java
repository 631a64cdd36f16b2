package az.qalxan.engines.detection.indicator;

/** What came of reading an indicator's value. */
public sealed interface ValueRead permits IndicatorValue, NoIndicator {}
