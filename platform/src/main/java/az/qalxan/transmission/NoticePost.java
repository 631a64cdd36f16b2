package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import java.util.List;

/**
 * Notices to our own people by e-mail: that something waits for them. What it is about goes only
 * under a key of the receiver (S/MIME or OpenPGP); without one, the mail says nothing but the
 * reference and where to look. What becomes of each is told by {@link NoticeMoved}.
 */
public interface NoticePost {

    /** Which notice it is; the same one is taken once, however often it is posted. */
    record Ref(String topic, String key) {

        public Ref {
            if (topic.isBlank() || key.isBlank() || topic.length() + key.length() > 200) {
                throw new IllegalArgumentException("a notice has a topic and a key");
            }
        }
    }

    /**
     * What a notice says.
     *
     * @param reference a number that says nothing by itself; it may stand in an open mail
     * @param path where to look, beginning with a slash; it may stand in an open mail
     * @param subject the subject under a key
     * @param text the text under a key; the link is added
     */
    record Words(String reference, String path, String subject, String text) {}

    /**
     * A notice.
     *
     * @param body whose person is told
     * @param guard who may see here that it was written
     * @param to the person's address
     */
    record Note(Ref ref, BodyCode body, Guard guard, String to, Words words) {}

    /** What became of a notice that was posted. */
    enum Posted {
        /** It goes when the transaction commits, and is tried until it is given up. */
        QUEUED,
        /** It was posted before. */
        KNOWN,
        /** Its receiver's address is none. */
        NO_ADDRESS
    }

    /** Puts a notice on its way in the caller's transaction. */
    Posted post(Note note);

    /**
     * A notice to somebody outside with files. Where no key of the receiver is valid, words and
     * files go signed in clear if the marking lets them; otherwise only reference and path go.
     */
    record Outside(Note note, List<Attached> files) {

        public Outside {
            files = List.copyOf(files);
        }
    }

    /**
     * Puts such notices on their way in the caller's transaction; what became of each, in order.
     */
    List<Posted> postOutside(List<Outside> notices);
}
