package az.qalxan.engines.image;

/** What opening an image gave. */
public sealed interface ImageOpening {

    /** It can be read, whole or in parts; the image's facts tell what is wrong with it. */
    record Opened(DiskImage image) implements ImageOpening {}

    /**
     * It cannot be read.
     *
     * @param detail the file or value that it fails on
     */
    record Refused(ImageRefusal reason, String detail) implements ImageOpening {}
}
