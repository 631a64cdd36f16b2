package az.qalxan.engines.content;

import java.io.IOException;

/** Reads one kind of part. */
interface PartReader {

    void read(Source source, PartDraft draft, Reading reading) throws IOException;
}
