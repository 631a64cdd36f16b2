package az.qalxan.jurisdiction;

/** An answer to the form's first question; several categories stand behind it. */
public record CategoryGroup(String code, Words title, Words hint, String icon) {}
