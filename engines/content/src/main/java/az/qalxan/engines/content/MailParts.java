package az.qalxan.engines.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;

/** Takes the pieces of one mail as they are parsed. */
final class MailParts extends AbstractContentHandler {

    private static final int MULTIPARTS_MAX = 50;
    private static final int BODIES_MAX = 2_000;

    private final PartDraft draft;
    private final Reading reading;
    private final MailHeaders headers;
    private final List<String> markup = new ArrayList<>();
    private boolean top = true;
    private boolean plain;
    private int multiparts;
    private int bodies;
    private String disposition = "";
    private String contentType = "";

    MailParts(PartDraft draft, Reading reading) {
        this.draft = draft;
        this.reading = reading;
        this.headers = new MailHeaders(draft, reading);
    }

    @Override
    public void startHeader() {
        disposition = "";
        contentType = "";
    }

    @Override
    public void field(Field field) throws MimeException {
        String name = field.getName().toLowerCase(Locale.ROOT);
        String body = field.getBody() == null ? "" : field.getBody();
        if (name.equals("content-disposition")) {
            disposition = body;
        } else if (name.equals("content-type")) {
            contentType = body;
        }
        if (top) {
            headers.take(name, body);
        }
    }

    @Override
    public void endHeader() throws MimeException {
        top = false;
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) throws MimeException {
        if (++multiparts > MULTIPARTS_MAX) {
            throw new MimeException("more parts inside parts than a mail has");
        }
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream in) throws MimeException, IOException {
        if (++bodies > BODIES_MAX) {
            throw new LimitReached(Flaw.TOO_MANY);
        }
        String media = descriptor.getMimeType();
        boolean attached =
                disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment")
                        || !name().isEmpty();
        if (!attached && media.equals("text/plain")) {
            plain = true;
            draft.text(Charsets.decode(bytes(in), descriptor.getCharset()));
        } else if (!attached && media.equals("text/html")) {
            markup.add(Charsets.decode(bytes(in), descriptor.getCharset()));
        } else {
            attachment(media, in);
        }
    }

    private void attachment(String media, InputStream in) throws IOException {
        String name = name();
        if (name.isEmpty()) {
            name = media.equals("message/rfc822") ? "message.eml" : "part-" + bodies;
        }
        draft.field("mail.attachment", name);
        Members.give(draft, reading, new Members.Member(name, -1, -1), () -> in);
    }

    private byte[] bytes(InputStream in) throws IOException {
        return Source.drain(in, -1, reading);
    }

    private String name() {
        String given = HeaderParameters.of(disposition, "filename");
        return given.isEmpty() ? HeaderParameters.of(contentType, "name") : given;
    }

    /** Text that only HTML had, and the way that the mail took. */
    void finish() throws IOException {
        for (String html : markup) {
            if (!plain) {
                draft.text(Markup.text(html, draft.textRoom()));
            }
            Markup.links(html).forEach(link -> draft.field("mail.link", link));
        }
        headers.finish();
    }
}
