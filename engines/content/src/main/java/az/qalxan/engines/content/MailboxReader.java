package az.qalxan.engines.content;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A mailbox in one file (mbox): mails one behind the other, each after a line From. */
final class MailboxReader implements PartReader {

    private static final int LINE_MAX = 1 << 20;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        InputStream in = new BufferedInputStream(source.stream(), 1 << 16);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int mails = 0;
        boolean blank = true;
        boolean large = false;
        while (line(in, line)) {
            byte[] bytes = line.toByteArray();
            if (blank && isFrom(bytes)) {
                mails += give(mail, large, mails, draft, reading);
                large = false;
            } else if (mail.size() + bytes.length > reading.limits().memberBytes()) {
                large = true;
            } else {
                int quoted = isQuoted(bytes) ? 1 : 0;
                mail.write(bytes, quoted, bytes.length - quoted);
            }
            blank = bytes.length <= 2 && new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
        }
        mails += give(mail, large, mails, draft, reading);
        draft.field("mailbox.mails", String.valueOf(mails));
    }

    private static int give(
            ByteArrayOutputStream mail, boolean large, int mails, PartDraft of, Reading reading)
            throws IOException {
        if (mail.size() == 0) {
            return 0;
        }
        String name = "%05d.eml".formatted(mails + 1);
        byte[] bytes = mail.toByteArray();
        mail.reset();
        reading.budget().unpack(bytes.length);
        if (large) {
            reading.unread(of, name, bytes.length, Flaw.TOO_LARGE);
        } else {
            reading.member(bytes, of, name);
        }
        return 1;
    }

    /** The next line with its end, or a piece of one that has none; false at the end. */
    private static boolean line(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int c = in.read();
        while (c >= 0) {
            line.write(c);
            if (c == '\n' || line.size() >= LINE_MAX) {
                return true;
            }
            c = in.read();
        }
        return line.size() > 0;
    }

    private static boolean isFrom(byte[] line) {
        return line.length > 5
                && line[0] == 'F'
                && line[1] == 'r'
                && line[2] == 'o'
                && line[3] == 'm'
                && line[4] == ' ';
    }

    /** A line of a mail that began with From and was marked for it. */
    private static boolean isQuoted(byte[] line) {
        int i = 0;
        while (i < line.length && line[i] == '>') {
            i++;
        }
        return i > 0
                && new String(line, i, Math.min(5, line.length - i), StandardCharsets.ISO_8859_1)
                        .equals("From ");
    }
}
