package az.qalxan.engines.threatintel.cap;

/** A value with a name. */
public record CapValue(String name, String value) {}
