package az.qalxan.engines.law;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the law of all packs from their files. */
public final class LawPacks {

    /** The file that names the others. */
    public static final String INDEX = "law.yaml";

    private static final int FILES_MAX = 1_000;
    private static final Set<String> HEAD = Set.of("state", "instrument", "retrieved", "assessor");

    /** Where files of packs are found: a folder, or the resources of the program. */
    @FunctionalInterface
    public interface Files {

        /**
         * Opens a file by its path below the packs' folder, for example az/law/events.yaml.
         *
         * @return null where there is no such file
         */
        @Nullable InputStream open(String path) throws IOException;
    }

    private record Place(String file, int line) {}

    private final Files files;
    private final PackProblems problems = new PackProblems();
    private final List<LawRow> rows = new ArrayList<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final List<PackFile> read = new ArrayList<>();

    private LawPacks(Files files) {
        this.files = files;
    }

    /**
     * Reads every file that {@link #INDEX} names.
     *
     * @throws PackRefused with everything that is wrong in the files
     */
    public static LawFacts read(Files files) throws IOException, PackRefused {
        return new LawPacks(files).facts();
    }

    private LawFacts facts() throws IOException, PackRefused {
        YamlNode index = yaml(INDEX);
        if (index != null) {
            PackEntry entry = new PackEntry(PackFile.of(INDEX, problems), index);
            List<String> names = entry.texts("files");
            entry.finish();
            if (names.isEmpty() || names.size() > FILES_MAX) {
                problems.add(INDEX, 1, "files is a list of 1 to %,d paths".formatted(FILES_MAX));
                names = List.of();
            }
            for (String name : names) {
                file(name);
            }
        }
        new PackLinks(rows, this::place, problems).check();
        read.forEach(this::citations);
        if (!problems.none()) {
            throw new PackRefused(problems.all());
        }
        return new LawFacts(rows, List.copyOf(sources.values()));
    }

    private @Nullable YamlNode yaml(String name) throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9/-]*\\.yaml")) {
            problems.add(INDEX, 1, name + " is no path of a file, for example az/law/events.yaml");
            return null;
        }
        try (InputStream bytes = files.open(name)) {
            if (bytes == null) {
                problems.add(INDEX, 1, "there is no file " + name);
                return null;
            }
            return YamlReading.read(name, bytes.readNBytes(YamlReading.BYTES_MAX + 1), problems);
        }
    }

    private void file(String name) throws IOException {
        YamlNode root = yaml(name);
        if (root == null) {
            return;
        }
        PackFile bare = PackFile.of(name, problems);
        PackEntry head = new PackEntry(bare, root);
        PackFile file = bare.with(head);
        HEAD.forEach(head::has);
        PackEntry body = new PackEntry(file, root);
        for (String section : PackRows.SECTIONS.keySet()) {
            head.has(section);
            for (PackEntry one : body.entries(section)) {
                LawRow row = PackRows.SECTIONS.get(section).apply(one);
                one.finish();
                add(row, new Place(name, one.line()));
            }
        }
        head.has("sources");
        for (PackEntry one : body.entries("sources")) {
            Source source = new Source(one.text("id"), one.text("title"), one.text("address", ""));
            one.finish();
            if (sources.put(source.id(), source) != null) {
                problems.add(name, one.line(), "the source " + source.id() + " stands twice");
            }
        }
        head.finish();
        read.add(file);
    }

    private void add(LawRow row, Place place) {
        Place before = places.putIfAbsent(key(row), place);
        if (before != null) {
            problems.add(
                    place.file(),
                    place.line(),
                    "%s stands already in %s, line %d"
                            .formatted(row.id(), before.file(), before.line()));
        }
        rows.add(row);
    }

    private static String key(LawRow row) {
        return row.getClass().getSimpleName() + " " + row.id() + " " + row.period().from();
    }

    private void place(LawRow row, String what) {
        Place place = places.getOrDefault(key(row), new Place(INDEX, 1));
        problems.add(place.file(), place.line(), what);
    }

    private void citations(PackFile file) {
        file.cited()
                .forEach((source, line) -> {
                    if (!sources.containsKey(source)) {
                        problems.add(file.name(), line, noSource(source));
                    }
                });
    }

    private String noSource(String source) {
        List<String> some = sources.keySet().stream().sorted().limit(3).toList();
        return "there is no source %s; the %d known ones stand under sources, for example %s"
                .formatted(source, sources.size(), some);
    }
}
