package az.qalxan.engines.plan;

/** A target that the strategy sets; the text is empty where the wording is not known. */
public record Target(String id, String text) {}
