package az.qalxan.transmission.mail;

import az.qalxan.access.BodyCode;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Guard;
import java.util.List;

/**
 * An e-mail to write.
 *
 * @param body our body that writes
 * @param guard its marking decides whether it may go without encryption
 * @param to one address
 * @param text plain text; lines may be of any length
 */
public record MailDraft(
        BodyCode body, Guard guard, String to, String subject, String text, List<Attached> files) {

    public static final int FILES_BYTES_MAX = 20 << 20;
    private static final int SUBJECT_CHARS_MAX = 300;

    /**
     * @throws IllegalArgumentException when the address has another form or a limit is passed
     */
    public MailDraft {
        files = List.copyOf(files);
        if (!isAddress(to)) {
            throw new IllegalArgumentException("not an e-mail address: " + to);
        }
        if (subject.isBlank() || subject.length() > SUBJECT_CHARS_MAX) {
            throw new IllegalArgumentException("a subject has 1 to 300 characters");
        }
        if (files.stream().mapToLong(file -> file.content().length).sum() > FILES_BYTES_MAX) {
            throw new IllegalArgumentException("files of more than 20 MiB");
        }
    }

    static boolean isAddress(String to) {
        return to.matches("[^\\s@<>\",;:]{1,64}@[A-Za-z0-9.-]{1,185}");
    }
}
