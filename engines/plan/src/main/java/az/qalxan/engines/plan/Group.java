package az.qalxan.engines.plan;

/** A group of measures within a priority; the title is empty where the wording is not known. */
public record Group(String id, int priority, String title) {}
