package az.qalxan.evidence;

/** What an exhibit is. */
public record Description(ExhibitKind kind, DataClass dataClass, String title, String words) {}
