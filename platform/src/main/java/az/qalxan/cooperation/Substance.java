package az.qalxan.cooperation;

import java.util.Map;

/**
 * What a request asks and why.
 *
 * @param ownReference number of the proceedings on our side
 * @param domesticBasis of the asking authority, as it names it
 * @param contents what was said to each point of the checklist, by its identifier
 */
public record Substance(
        String ownReference,
        String offence,
        String facts,
        String data,
        String custodian,
        String necessity,
        String domesticBasis,
        Map<String, String> contents) {

    private static final int SUBJECT_CHARS = 160;

    public Substance {
        contents = Map.copyOf(contents);
    }

    /** One line for a list. */
    public String subject() {
        String line = (data.isBlank() ? facts : data).replaceAll("\\s+", " ").strip();
        return line.length() <= SUBJECT_CHARS ? line : line.substring(0, SUBJECT_CHARS) + "…";
    }

    Substance with(Map<String, String> said) {
        return new Substance(
                ownReference, offence, facts, data, custodian, necessity, domesticBasis, said);
    }
}
