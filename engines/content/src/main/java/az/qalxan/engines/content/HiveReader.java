package az.qalxan.engines.content;

import java.io.IOException;

/** A registry hive: which one it is and when it was last written; its keys are not read. */
final class HiveReader implements PartReader {

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        Little hive = new Little(source.read(0, 512));
        String name = hive.wide(48, 32);
        draft.field("registry.hive", name);
        draft.field("registry.version", hive.u32(20) + "." + hive.u32(24));
        if (hive.u32(4) != hive.u32(8)) {
            draft.field("registry.unfinished", "yes");
        }
        if (hive.i64(12) > 0) {
            String what = name.isEmpty() ? draft.place().name() : name;
            reading.moment(draft, Dates.filetime(hive.i64(12)), MomentKind.MODIFIED, what);
        }
    }
}
