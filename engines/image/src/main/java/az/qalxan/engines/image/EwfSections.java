package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks the sections of one EWF segment. Where a description is damaged it goes on with the next
 * sound one, so one flipped bit loses one section and not all that follow.
 */
final class EwfSections {

    /** No tool writes so many into one segment. */
    static final int SECTIONS_MAX = 1 << 20;

    static final int FILE_HEAD_BYTES = 13;

    private static final int WINDOW_BYTES = 1 << 20;
    private static final Set<String> KNOWN =
            Set.of(
                    "header",
                    "header2",
                    "xheader",
                    "volume",
                    "disk",
                    "data",
                    "sectors",
                    "table",
                    "table2",
                    "next",
                    "done",
                    "hash",
                    "digest",
                    "xhash",
                    "error2",
                    "session",
                    "ltypes",
                    "ltree",
                    "incomplete");

    private final ImagePart part;
    private final long size;
    private final List<EwfSection> sections = new ArrayList<>();
    private final List<ImageFinding> findings = new ArrayList<>();
    private String last = "";

    private EwfSections(ImagePart part) throws IOException {
        this.part = part;
        this.size = part.size();
    }

    static EwfSections of(ImagePart part) throws IOException {
        EwfSections walk = new EwfSections(part);
        walk.walk();
        return walk;
    }

    List<EwfSection> all() {
        return sections;
    }

    List<ImageFinding> findings() {
        return findings;
    }

    /** The type by which it ends: next, done, or nothing. */
    String last() {
        return last;
    }

    private void walk() throws IOException {
        long at = FILE_HEAD_BYTES;
        while (at >= 0 && at + EwfSection.HEAD_BYTES <= size && sections.size() < SECTIONS_MAX) {
            EwfSection.Head head = head(at);
            if (!head.sound()) {
                damaged(at);
                at = leads(head, at) ? add(head, at) : scan(at + 1);
            } else if (head.last()) {
                sections.add(new EwfSection(part, head.type(), at, size));
                last = head.type();
                return;
            } else if (head.next() > at && head.next() <= size - EwfSection.HEAD_BYTES) {
                at = add(head, at);
            } else {
                at = cut(head, at);
            }
        }
    }

    private EwfSection.Head head(long at) throws IOException {
        return EwfSection.Head.of(part.read(at, EwfSection.HEAD_BYTES), 0);
    }

    private void damaged(long at) {
        findings.add(
                new ImageFinding(
                        ImageFinding.Kind.SECTION_DAMAGED, part.name(), at, MediaRange.NONE));
    }

    /** Whether a damaged description still leads to a sound one. */
    private boolean leads(EwfSection.Head head, long at) throws IOException {
        return KNOWN.contains(head.type())
                && head.next() > at
                && head.next() <= size - EwfSection.HEAD_BYTES
                && head(head.next()).sound();
    }

    private long add(EwfSection.Head head, long at) {
        sections.add(new EwfSection(part, head.type(), at, head.next()));
        return head.next();
    }

    /** A section that leads out of the file or back: all that is there may belong to it. */
    private long cut(EwfSection.Head head, long at) throws IOException {
        damaged(at);
        long next = scan(at + EwfSection.HEAD_BYTES);
        sections.add(new EwfSection(part, head.type(), at, next < 0 ? size : next));
        return next;
    }

    /** The next sound description of a known type; -1 where none follows. */
    private long scan(long from) throws IOException {
        for (long at = from; at + EwfSection.HEAD_BYTES <= size; ) {
            byte[] window = part.read(at, WINDOW_BYTES);
            int found = within(window);
            if (found >= 0) {
                return at + found;
            }
            if (window.length < WINDOW_BYTES) {
                return -1;
            }
            at += WINDOW_BYTES - EwfSection.HEAD_BYTES + 1;
        }
        return -1;
    }

    private static int within(byte[] window) {
        for (int i = 0; i + EwfSection.HEAD_BYTES <= window.length; i++) {
            if (begins(window, i)) {
                EwfSection.Head head = EwfSection.Head.of(window, i);
                if (KNOWN.contains(head.type()) && head.sound()) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Cheap: a lower-case word at the start, and zeros where every description has them. */
    private static boolean begins(byte[] window, int at) {
        return window[at] >= 'd'
                && window[at] <= 'x'
                && window[at + 15] == 0
                && window[at + 31] == 0
                && window[at + 40] == 0
                && window[at + 71] == 0;
    }
}
