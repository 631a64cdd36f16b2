package az.qalxan.engines.threatintel.cap;

/** A named value: a parameter or a code of a place. */
public record CapValue(String name, String value) {}
