package az.qalxan.engines.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads members of archives within the limits, and lists those that pass none of them. */
final class Members {

    private Members() {}

    /**
     * A member as the archive announces it.
     *
     * @param size its bytes; -1 for unknown
     * @param packed its bytes in the archive; -1 for unknown
     */
    record Member(String name, long size, long packed) {}

    /** Opens the bytes of a member. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /** A member in the middle of its archive; closing it leaves the archive open. */
    static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream member) {
            super(member);
        }

        @Override
        public void close() {}
    }

    static void give(PartDraft of, Reading reading, Member member, Opening opening)
            throws IOException {
        byte[] bytes;
        try (InputStream in = opening.open()) {
            bytes = Source.drain(in, member.packed(), reading);
        } catch (LimitReached e) {
            of.flaw(e.flaw());
            reading.unread(of, member.name(), member.size(), e.flaw());
            return;
        } catch (IOException e) {
            reading.unread(of, member.name(), member.size(), Flaw.DAMAGED);
            return;
        }
        reading.member(bytes, of, member.name());
    }
}
