package az.qalxan.engines.content;

import java.io.IOException;
import java.util.Calendar;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/** A message as Outlook keeps it in a file of its own (.msg). */
final class OutlookReader {

    private static final int HEADER_LINES_MAX = 2_000;

    private final MAPIMessage message;

    OutlookReader(MAPIMessage message) {
        this.message = message;
        message.setReturnNullOnMissingChunk(true);
    }

    void read(PartDraft draft, Reading reading) throws IOException {
        try {
            header(draft, reading);
            String text = message.getTextBody();
            String html = message.getHtmlBody();
            if (text != null && !text.isBlank()) {
                draft.text(text);
            } else if (html != null) {
                draft.text(Markup.text(html, draft.textRoom() + 1));
            }
            if (html != null) {
                Markup.links(html).forEach(link -> draft.field("mail.link", link));
            }
        } catch (ChunkNotFoundException e) {
            draft.flaw(Flaw.DAMAGED);
        }
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            attachment(attachment, draft, reading);
        }
    }

    /** From the header of the way if it is there, otherwise from what Outlook kept. */
    private void header(PartDraft draft, Reading reading)
            throws IOException, ChunkNotFoundException {
        String[] lines = message.getHeaders();
        if (lines != null && lines.length > 0) {
            MailHeaders headers = new MailHeaders(draft, reading);
            StringBuilder folded = new StringBuilder();
            for (int i = 0; i < Math.min(lines.length, HEADER_LINES_MAX); i++) {
                if (!lines[i].isEmpty() && Character.isWhitespace(lines[i].charAt(0))) {
                    folded.append(' ').append(lines[i].strip());
                } else {
                    take(headers, folded);
                    folded.setLength(0);
                    folded.append(lines[i]);
                }
            }
            take(headers, folded);
            headers.finish();
            return;
        }
        draft.field("mail.from", message.getDisplayFrom());
        draft.field("mail.to", message.getDisplayTo());
        draft.field("mail.cc", message.getDisplayCC());
        draft.field("mail.subject", message.getSubject());
        Calendar sent = message.getMessageDate();
        if (sent != null) {
            String from = message.getDisplayFrom();
            reading.moment(
                    draft,
                    sent.toInstant(),
                    MomentKind.SENT,
                    (from == null ? "" : from + ": ") + message.getSubject());
        }
    }

    private static void take(MailHeaders headers, StringBuilder line) {
        int colon = line.indexOf(":");
        if (colon > 0) {
            String name = line.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT);
            headers.take(name, line.substring(colon + 1).strip());
        }
    }

    private static void attachment(AttachmentChunks attachment, PartDraft draft, Reading reading)
            throws IOException {
        String name = name(attachment);
        draft.field("mail.attachment", name);
        MAPIMessage inner = attachment.getEmbeddedMessage();
        if (inner != null) {
            reading.member(
                    draft,
                    name,
                    TypeSniffer.media("application/vnd.ms-outlook"),
                    (source, part, run) -> new OutlookReader(inner).read(part, run));
            return;
        }
        byte[] bytes = attachment.getEmbeddedAttachmentObject();
        if (bytes == null) {
            reading.unread(draft, name, -1, Flaw.NOT_READABLE);
        } else {
            reading.budget().unpack(bytes.length);
            reading.member(bytes, draft, name);
        }
    }

    private static String name(AttachmentChunks attachment) {
        String given = value(attachment.getAttachLongFileName());
        String short_ = given.isEmpty() ? value(attachment.getAttachFileName()) : given;
        return short_.isEmpty() ? "attachment" : short_;
    }

    private static String value(@Nullable StringChunk chunk) {
        return chunk == null || chunk.getValue() == null ? "" : chunk.getValue();
    }
}
