package az.qalxan.reporting;

/** A file that was looked at and may be stored; made by {@link Attachments#screen}. */
public final class ScreenedFile {

    private final String name;
    private final FileType type;
    private final byte[] content;
    private final String sha256;
    private final String state;

    ScreenedFile(String name, FileType type, byte[] content, String sha256, String state) {
        this.name = name;
        this.type = type;
        this.content = content;
        this.sha256 = sha256;
        this.state = state;
    }

    ScreenedFile scanned(String newState) {
        return new ScreenedFile(name, type, content, sha256, newState);
    }

    public String name() {
        return name;
    }

    FileType type() {
        return type;
    }

    /** The content itself, not a copy: ten megabytes are not copied for every reader. */
    byte[] content() {
        return content;
    }

    String sha256() {
        return sha256;
    }

    String state() {
        return state;
    }
}
