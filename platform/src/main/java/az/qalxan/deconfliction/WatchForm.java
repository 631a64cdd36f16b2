package az.qalxan.deconfliction;

import java.util.List;

/**
 * What somebody wants to watch, as it was sent.
 *
 * @param identifiers one a line, in any notation
 * @param ground code of the legal basis
 * @param handling marking as TLP 2.0 writes it
 * @param until the last day, ISO 8601
 */
record WatchForm(String identifiers, String ground, String purpose, String handling, String until) {

    static final WatchForm EMPTY = new WatchForm("", "", "", "TLP:AMBER", "");

    /** The lines that say something. */
    List<String> lines() {
        return identifiers.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
