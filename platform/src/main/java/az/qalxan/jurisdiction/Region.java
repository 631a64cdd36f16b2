package az.qalxan.jurisdiction;

/** An economic region of the country. */
public record Region(String code, Words name) {}
