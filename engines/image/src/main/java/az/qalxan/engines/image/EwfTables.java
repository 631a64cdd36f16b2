package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of one segment, each with its twin, and takes the sound one. */
final class EwfTables {

    private static final int COUNT_AT = 0;
    private static final int BASE_AT = 8;
    private static final int HEAD_SUMMED = 20;
    private static final int SUM_BYTES = 4;

    private final List<EwfSection> sections;
    private final int part;
    private final boolean summed;
    private final List<TableGroup> groups = new ArrayList<>();
    private final List<ImageFinding> findings = new ArrayList<>();
    private long reached;

    private EwfTables(List<EwfSection> sections, int part) {
        this.sections = sections;
        this.part = part;
        this.summed = sections.stream().anyMatch(one -> one.type().equals("sectors"));
    }

    static EwfTables of(List<EwfSection> sections, int part) throws IOException {
        EwfTables read = new EwfTables(sections, part);
        read.read();
        return read;
    }

    List<TableGroup> groups() {
        return groups;
    }

    List<ImageFinding> findings() {
        return findings;
    }

    private void read() throws IOException {
        for (int i = 0; i < sections.size(); i++) {
            EwfSection section = sections.get(i);
            if (section.type().equals("table")) {
                boolean twin =
                        i + 1 < sections.size() && sections.get(i + 1).type().equals("table2");
                group(twin ? List.of(section, sections.get(++i)) : List.of(section));
            } else if (section.type().equals("table2")) {
                group(List.of(section));
            }
        }
    }

    private record Read(ChunkTable table, boolean sound) {}

    private void group(List<EwfSection> twins) throws IOException {
        List<ChunkTable> sound = new ArrayList<>();
        List<ChunkTable> left = new ArrayList<>();
        List<EwfSection> damaged = new ArrayList<>();
        for (EwfSection section : twins) {
            Read read = read(section);
            (read.sound() ? sound : left).add(read.table());
            if (!read.sound()) {
                damaged.add(section);
            }
        }
        ImageFinding.Kind kind =
                sound.isEmpty()
                        ? ImageFinding.Kind.TABLES_DAMAGED
                        : ImageFinding.Kind.TABLE_DAMAGED;
        damaged.forEach(section -> findings.add(section.finding(kind)));
        List<ChunkTable> kept = sound.isEmpty() ? alike(left) : sound.subList(0, 1);
        if (kept.getFirst().count() > 0) {
            groups.add(
                    new TableGroup(
                            kept,
                            !sound.isEmpty(),
                            new TableGroup.Place(part, twins.getFirst().start())));
            reach(kept.getFirst());
        }
    }

    /** Damaged twins stand for each other only where they speak of as many chunks. */
    private static List<ChunkTable> alike(List<ChunkTable> tables) {
        int count = tables.getFirst().count();
        return tables.stream().filter(table -> table.count() == count).toList();
    }

    private Read read(EwfSection section) throws IOException {
        Fields head = new Fields(section.content(ChunkTable.HEAD_BYTES));
        if (head.length() < ChunkTable.HEAD_BYTES) {
            return new Read(
                    new ChunkTable(section.part(), section.contentStart(), 0, 0, true), false);
        }
        long room = (section.contentBytes() - ChunkTable.HEAD_BYTES) / ChunkTable.ENTRY_BYTES;
        boolean headSound = head.checked(0, HEAD_SUMMED);
        long told = headSound ? head.word(COUNT_AT) : room - (summed ? 1 : 0);
        int count = (int) Math.clamp(Math.min(told, room), 0, ChunkTable.ENTRIES_MAX);
        ChunkTable table =
                new ChunkTable(
                        section.part(),
                        section.contentStart() + ChunkTable.HEAD_BYTES,
                        count,
                        base(head, section),
                        true);
        boolean sound = headSound && count == told && (!summed || entriesSound(table));
        return new Read(inOrder(table), sound);
    }

    private static long base(Fields head, EwfSection section) {
        long base = head.wide(BASE_AT);
        return base > section.start() ? 0 : base;
    }

    private static boolean entriesSound(ChunkTable table) throws IOException {
        int bytes = table.count() * ChunkTable.ENTRY_BYTES;
        byte[] entries = table.part().read(table.entriesAt(), bytes + SUM_BYTES);
        return entries.length == bytes + SUM_BYTES && new Fields(entries).checked(0, bytes);
    }

    /** A table that leads back to chunks of earlier ones is none of an acquiring tool's. */
    private ChunkTable inOrder(ChunkTable table) throws IOException {
        if (table.count() == 0) {
            return table;
        }
        long first =
                new ChunkTable(table.part(), table.entriesAt(), 1, table.base(), true)
                        .entries()
                        .offsets()[0];
        return first > reached
                ? table
                : new ChunkTable(
                        table.part(), table.entriesAt(), table.count(), table.base(), false);
    }

    private void reach(ChunkTable table) throws IOException {
        long[] offsets = table.entries().offsets();
        reached = Math.max(reached, offsets[offsets.length - 1]);
    }
}
