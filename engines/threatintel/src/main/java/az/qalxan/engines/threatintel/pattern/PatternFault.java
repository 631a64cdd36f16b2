package az.qalxan.engines.threatintel.pattern;

/**
 * Why a text is no pattern.
 *
 * @param offset where, in UTF-16 units from 0
 * @param found what stands there
 * @param allowed what could have stood there, or what is asked of it
 */
public record PatternFault(int offset, String found, String allowed) {

    /** One line for a person. */
    public String words() {
        return "character " + (offset + 1) + ": found " + found + ", allowed is " + allowed;
    }
}
