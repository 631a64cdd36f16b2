package az.qalxan.engines.content;

import java.io.IOException;

/** A shortcut of Windows (MS-SHLLINK): what it leads to, and the times of that at the time. */
final class ShortcutReader implements PartReader {

    private static final int BYTES_MAX = 1 << 20;
    private static final int TEXT_MAX = 1_000;
    private static final long TRACKER = 0xa0000003L;
    private static final String[] STRINGS = {
        "shortcut.description",
        "shortcut.relative",
        "shortcut.folder",
        "shortcut.arguments",
        "shortcut.icon"
    };

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        Little link = new Little(source.read(0, BYTES_MAX));
        long flags = link.u32(20);
        int at = 76;
        if ((flags & 1) != 0) {
            at += 2 + link.u16(at);
        }
        String target = "";
        if ((flags & 2) != 0) {
            target = target(link, at);
            draft.field("shortcut.target", target);
            at += (int) Math.min(link.u32(at), BYTES_MAX);
        }
        at = strings(link, at, flags, draft);
        tracker(link, at, draft);
        String what = target.isEmpty() ? draft.place().name() : target;
        moment(link.i64(28), MomentKind.CREATED, what, draft, reading);
        moment(link.i64(36), MomentKind.ACCESSED, what, draft, reading);
        moment(link.i64(44), MomentKind.MODIFIED, what, draft, reading);
    }

    private static String target(Little link, int at) {
        boolean wide = link.u32(at + 4) >= 0x24;
        int place = link.place(at, at + 16);
        String local = link.u32(at + 16) == 0 ? "" : link.narrow(place, TEXT_MAX);
        if (wide && link.u32(at + 0x1c) != 0) {
            local = link.wide(link.place(at, at + 0x1c), TEXT_MAX);
        }
        String suffix =
                link.u32(at + 24) == 0 ? "" : link.narrow(link.place(at, at + 24), TEXT_MAX);
        int network = link.place(at, at + 20);
        if (local.isEmpty() && link.u32(at + 20) != 0 && network > 0) {
            String share = link.narrow(link.place(network, network + 8), TEXT_MAX);
            return share + "\\" + suffix;
        }
        return local + suffix;
    }

    private static int strings(Little link, int from, long flags, PartDraft draft) {
        boolean wide = (flags & 0x80) != 0;
        int at = from;
        for (int i = 0; i < STRINGS.length; i++) {
            if ((flags & 4L << i) != 0) {
                int length = link.u16(at);
                String text =
                        wide
                                ? link.wide(at + 2, Math.min(length, TEXT_MAX))
                                : link.narrow(at + 2, Math.min(length, TEXT_MAX));
                draft.field(STRINGS[i], text);
                at += 2 + (wide ? 2 * length : length);
            }
        }
        return at;
    }

    /** The machine on which the target was. */
    private static void tracker(Little link, int from, PartDraft draft) {
        int at = from;
        for (int blocks = 0; blocks < 20; blocks++) {
            long size = link.u32(at);
            if (size < 8 || at + size > link.bytes().length) {
                return;
            }
            if (link.u32(at + 4) == TRACKER) {
                draft.field("shortcut.machine", link.narrow(at + 16, 16));
            }
            at += (int) size;
        }
    }

    private static void moment(
            long ticks, MomentKind kind, String what, PartDraft draft, Reading reading)
            throws IOException {
        if (ticks > 0) {
            reading.moment(draft, Dates.filetime(ticks), kind, what);
        }
    }
}
