package az.qalxan.print;

/**
 * A file inside a PDF/A-3 file: the data that were printed.
 *
 * @param name its file name, Latin letters
 * @param description what it is, for whoever opens the list of attachments
 * @param mediaType for example {@code application/json}
 */
public record Attached(String name, String description, String mediaType, byte[] bytes) {

    public Attached {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
