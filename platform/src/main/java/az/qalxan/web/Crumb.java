package az.qalxan.web;

/** One step of the way from the home page to the current one; the last has no path. */
public record Crumb(String label, String path) {

    /** The page itself. */
    public static Crumb here(String label) {
        return new Crumb(label, "");
    }
}
