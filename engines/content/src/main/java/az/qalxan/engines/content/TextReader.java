package az.qalxan.engines.content;

import java.io.IOException;

/** Plain text of any kind. */
final class TextReader implements PartReader {

    /** How much of a text is looked at. */
    static final int BYTES_MAX = 8 << 20;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        byte[] bytes = source.read(0, BYTES_MAX);
        draft.text(Charsets.decode(bytes, null));
        if (source.size() > bytes.length) {
            draft.flaw(Flaw.TEXT_CUT);
        }
    }
}
