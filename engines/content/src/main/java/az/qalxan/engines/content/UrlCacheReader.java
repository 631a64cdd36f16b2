package az.qalxan.engines.content;

import java.io.IOException;

/** The index of visited pages of Internet Explorer (index.dat), version 5.2. */
final class UrlCacheReader implements PartReader {

    private static final int BYTES_MAX = 64 << 20;
    private static final int BLOCK = 128;
    private static final int URL_MAX = 2_000;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        Little file = new Little(source.all(BYTES_MAX));
        draft.field("index.version", file.narrow(24, 4));
        int records = 0;
        int at = BLOCK;
        while (at + BLOCK <= file.bytes().length) {
            boolean url = file.u32(at) == 0x204c5255L;
            boolean redirect = file.u32(at) == 0x52444552L;
            long blocks = file.u32(at + 4);
            if (url && blocks > 0 && blocks <= 1024) {
                url(file, at, draft, reading);
                records++;
            } else if (redirect) {
                draft.text(file.narrow(at + 16, URL_MAX));
                records++;
            }
            at += (int) ((url || redirect) && blocks > 0 && blocks <= 1024 ? blocks : 1) * BLOCK;
        }
        draft.field("index.records", String.valueOf(records));
    }

    private static void url(Little file, int at, PartDraft draft, Reading reading)
            throws IOException {
        String url = file.narrow(file.place(at, at + 52), URL_MAX);
        draft.text(url);
        if (file.i64(at + 16) > 0) {
            reading.moment(draft, Dates.filetime(file.i64(at + 16)), MomentKind.VISITED, url);
        }
        if (file.i64(at + 8) > 0) {
            reading.moment(draft, Dates.filetime(file.i64(at + 8)), MomentKind.MODIFIED, url);
        }
    }
}
