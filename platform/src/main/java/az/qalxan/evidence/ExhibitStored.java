package az.qalxan.evidence;

/** Says, in the same transaction, that all bytes of an exhibit are stored. */
public record ExhibitStored(ExhibitId exhibit) {}
