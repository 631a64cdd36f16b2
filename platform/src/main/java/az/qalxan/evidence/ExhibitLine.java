package az.qalxan.evidence;

/**
 * An exhibit as lists show it.
 *
 * @param holder who holds it, with the acronym of the body
 */
public record ExhibitLine(Exhibit exhibit, String holder) {

    public String path() {
        return exhibit.path();
    }
}
