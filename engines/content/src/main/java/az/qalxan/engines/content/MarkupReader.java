package az.qalxan.engines.content;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in HTML or a document in XML. */
final class MarkupReader implements PartReader {

    private static final Pattern CHARSET =
            Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?([A-Za-z0-9_-]{3,40})");
    private static final int CHARSET_PLACE_MAX = 2_048;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        byte[] bytes = source.read(0, TextReader.BYTES_MAX);
        String start =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, CHARSET_PLACE_MAX),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
        Matcher charset = CHARSET.matcher(start);
        String html = Charsets.decode(bytes, charset.find() ? charset.group(1) : null);
        draft.text(Markup.text(html, draft.textRoom() + 1));
        Markup.links(html).forEach(link -> draft.field("page.link", link));
        if (source.size() > bytes.length) {
            draft.flaw(Flaw.TEXT_CUT);
        }
    }
}
