package az.qalxan.cooperation.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for mutual assistance about subscriber information: fields 1 to 11 of the T-CY template
 * for Article 31, then what is asked and why.
 *
 * @param requested field 4
 * @param requesting field 5
 * @param confirmation field 6
 * @param investigative field 7; left open when it is the requesting authority
 * @param prosecution field 8
 * @param previousAssistance field 9
 * @param previousPreservation field 10
 * @param domesticBasis field 11: the law at home that the request rests on
 */
public record Article31Form(
        PaperHead head,
        Status status,
        Office requested,
        Authority requesting,
        Confirmation confirmation,
        Office investigative,
        Prosecution prosecution,
        PreviousRequest previousAssistance,
        PreviousRequest previousPreservation,
        String domesticBasis,
        Contents contents)
        implements PaperForm {

    /** Field 3: what the request follows. */
    public enum Status {
        NEW,
        AFTER_ASSISTANCE,
        AFTER_PRESERVATION
    }

    /**
     * Field 8.
     *
     * @param office prosecution office and its case number
     * @param court court and its case number
     * @param decisions decisions of either that bear on the request
     */
    public record Prosecution(String office, String court, String decisions) {

        public static final Prosecution NONE = new Prosecution("", "", "");
    }

    /**
     * Fields 9 and 10.
     *
     * @param date when it was sent; null when there was none
     * @param ticket its number
     * @param requester who asked
     * @param responder who answered or executed it
     * @param channel how it was sent
     */
    public record PreviousRequest(
            @Nullable LocalDate date,
            String ticket,
            String requester,
            String responder,
            String channel) {

        public static final PreviousRequest NONE = new PreviousRequest(null, "", "", "", "");
    }

    /**
     * What is asked.
     *
     * @param subscriber whose information: address, account, number, with the time of use
     * @param wanted which information
     * @param provider who holds it
     * @param necessity why it is needed
     * @param urgency why at once; left open when it is not urgent
     * @param confidentiality what must stay secret and until when
     */
    public record Contents(
            String offence,
            String facts,
            String subscriber,
            String wanted,
            String provider,
            String necessity,
            String urgency,
            String confidentiality) {}
}
