package az.qalxan.engines.container;

import java.io.IOException;
import java.io.InputStream;

/** Bytes to be put into a container. */
public interface Content {

    InputStream open() throws IOException;
}
