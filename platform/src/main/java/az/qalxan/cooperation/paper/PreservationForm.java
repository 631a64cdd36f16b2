package az.qalxan.cooperation.paper;

/**
 * A request to preserve stored data: fields 1 to 7 of the T-CY template for Articles 29 and 30,
 * then the contents that Article 29(2) asks for.
 *
 * @param requested field 4
 * @param requesting field 5
 * @param confirmation field 6
 * @param investigative field 7; left open when it is the requesting authority
 */
public record PreservationForm(
        PaperHead head,
        Status status,
        Office requested,
        Authority requesting,
        Confirmation confirmation,
        Office investigative,
        Contents contents)
        implements PaperForm {

    /**
     * Field 3.
     *
     * @param extension whether an earlier request is extended; otherwise the request is new
     * @param previousTicket the earlier request's number
     */
    public record Status(boolean extension, String previousTicket) {

        public static final Status NEW = new Status(false, "");

        public static Status extensionOf(String ticket) {
            return new Status(true, ticket);
        }
    }

    /**
     * Article 29(2), letter by letter.
     *
     * @param authority (a) which authority seeks the preservation
     * @param offence (b) the offence
     * @param facts (b) the facts in brief
     * @param data (c) which data to preserve
     * @param relation (c) how they bear on the offence
     * @param custodian (d) who holds the data
     * @param location (d) where the computer system is
     * @param necessity (e) why it is necessary
     * @param assistance (f) that and what request for mutual assistance will follow
     * @param disclosePath whether traffic data that show the path are to be disclosed at once, as
     *     Article 30 provides
     */
    public record Contents(
            String authority,
            String offence,
            String facts,
            String data,
            String relation,
            String custodian,
            String location,
            String necessity,
            String assistance,
            boolean disclosePath) {}
}
