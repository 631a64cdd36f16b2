package az.qalxan.engines.content;

import java.io.IOException;

/** Takes what a file contains while it is read. */
public interface ContentSink {

    /** Reading of a part begins: progress for people, and who is guilty if it never ends. */
    default void begun(int number, String path) throws IOException {}

    void part(Part part) throws IOException;

    void moment(Moment moment) throws IOException;

    /** A small JPEG picture of a part. */
    default void thumbnail(int number, byte[] jpeg) throws IOException {}
}
