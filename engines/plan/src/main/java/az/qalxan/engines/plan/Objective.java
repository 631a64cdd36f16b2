package az.qalxan.engines.plan;

/** A result that the strategy expects; the text is empty where the wording is not known. */
public record Objective(String id, String text) {}
