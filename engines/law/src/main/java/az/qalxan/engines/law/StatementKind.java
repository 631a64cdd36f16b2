package az.qalxan.engines.law;

/** The kinds of statement that treaty law knows. */
public enum StatementKind {
    RESERVATION,
    DECLARATION,
    OBJECTION,
    WITHDRAWAL
}
