package az.qalxan.engines.content;

import java.io.IOException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;

/** One e-mail: header, text, the way it took, attachments. */
final class MailReader implements PartReader {

    private static final int LINE_MAX = 1 << 20;
    private static final int HEADERS_MAX = 2_000;
    private static final int HEADER_MAX = 1 << 17;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        MimeConfig config =
                MimeConfig.custom()
                        .setMaxLineLen(LINE_MAX)
                        .setMaxHeaderCount(HEADERS_MAX)
                        .setMaxHeaderLen(HEADER_MAX)
                        .setMaxContentLen(-1)
                        .build();
        MimeStreamParser parser = new MimeStreamParser(config);
        MailParts parts = new MailParts(draft, reading);
        parser.setContentHandler(parts);
        parser.setContentDecoding(true);
        parser.setNoRecurse();
        try {
            parser.parse(source.stream());
        } catch (MimeException e) {
            draft.flaw(Flaw.DAMAGED);
        }
        parts.finish();
    }
}
