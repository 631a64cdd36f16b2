package az.qalxan.audit;

/**
 * A kind of act that leaves an audit record. Each module lists its own in an enum; {@code
 * docs/audit-events.md} is generated from all of them.
 */
public interface AuditedAct {

    /** The stable name: {@code module.object.verb}, for example {@code reporting.report.viewed}. */
    String code();

    /** What happened, in one English sentence, for the catalogue. */
    String meaning();
}
