package az.qalxan.engines.content;

import java.io.IOException;

/** A prefetch file of Windows: which program ran, how often, when last. */
final class PrefetchReader implements PartReader {

    private static final int BYTES_MAX = 8 << 20;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        byte[] bytes = source.all(BYTES_MAX);
        Little file = new Little(bytes);
        if (file.u8(0) == 'M') {
            long size = file.u32(4);
            if (size > BYTES_MAX) {
                throw new LimitReached(Flaw.TOO_LARGE);
            }
            file = new Little(XpressHuffman.unpack(bytes, 8, (int) size));
        }
        if (!file.narrow(4, 4).equals("SCCA")) {
            draft.flaw(Flaw.DAMAGED);
            return;
        }
        scca(file, draft, reading);
    }

    private static void scca(Little file, PartDraft draft, Reading reading) throws IOException {
        long version = file.u32(0);
        String program = file.wide(16, 29);
        draft.field("prefetch.program", program);
        draft.field("prefetch.version", String.valueOf(version));
        int times = version <= 17 ? 0x78 : 0x80;
        boolean many = version >= 26;
        int count = many ? count(file) : version <= 17 ? 0x90 : 0x98;
        draft.field("prefetch.runs", String.valueOf(file.u32(count)));
        for (int i = 0; i < (many ? 8 : 1); i++) {
            long ticks = file.i64(times + 8 * i);
            if (ticks > 0) {
                reading.moment(draft, Dates.filetime(ticks), MomentKind.RUN, program);
            }
        }
        files(file, draft);
    }

    /** In the newer form of version 30 the table of metrics begins eight bytes earlier. */
    private static int count(Little file) {
        return file.u32(0x54) == 0x128 ? 0xc8 : 0xd0;
    }

    /** The names of the files that the program loaded, as text. */
    private static void files(Little file, PartDraft draft) {
        int at = file.place(0, 0x64);
        long end = at + Math.min(file.u32(0x68), BYTES_MAX);
        for (int names = 0; at > 0 && at < end && names < 2_000; names++) {
            String name = file.wide(at, 500);
            if (name.isEmpty() || !draft.text(name)) {
                return;
            }
            at += 2 * name.length() + 2;
        }
    }
}
