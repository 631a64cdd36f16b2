package az.qalxan.engines.law;

/** A text that facts are taken from. */
public record Source(String id, String title, String address) {

    public Source {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a source has an identifier and a title");
        }
    }
}
