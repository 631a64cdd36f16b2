package az.qalxan.engines.law;

import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlFlaw;
import az.qalxan.engines.yaml.YamlLimits;
import az.qalxan.engines.yaml.YamlRead;
import az.qalxan.engines.yaml.YamlReader;
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
    private static final YamlLimits LIMITS = new YamlLimits(2_000_000, 12, 200_000);
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
        Yaml index = yaml(INDEX);
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

    private @Nullable Yaml yaml(String name) throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9/-]*\\.yaml")) {
            problems.add(INDEX, 1, name + " is no path of a file, for example az/law/events.yaml");
            return null;
        }
        try (InputStream bytes = files.open(name)) {
            if (bytes == null) {
                problems.add(INDEX, 1, "there is no file " + name);
                return null;
            }
            return document(name, bytes.readNBytes(LIMITS.bytes() + 1), problems);
        }
    }

    /** The file's one document, or null where it cannot be read; the problems say why. */
    static @Nullable Yaml document(String name, byte[] bytes, PackProblems problems) {
        YamlRead read = YamlReader.read(bytes, LIMITS);
        YamlFlaw flaw = read.flaw();
        List<Yaml> documents = read.documents();
        if (documents.size() > 1) {
            problems.add(name, documents.get(1).line(), "a file holds one document");
        } else if (flaw != null) {
            problems.add(name, flaw.line(), said(flaw));
        } else if (documents.isEmpty()) {
            problems.add(name, 1, "the file is empty");
        } else {
            return documents.getFirst();
        }
        return null;
    }

    private static String said(YamlFlaw flaw) {
        return switch (flaw.kind()) {
            case TOO_LARGE -> "the file has more than " + flaw.argument() + " bytes; split it";
            case NOT_UTF8 -> "the file is not UTF-8";
            case NOT_YAML -> "no YAML: " + flaw.argument();
            case TOO_DEEP -> "nested deeper than " + flaw.argument() + " levels";
            case TOO_MANY_VALUES -> "more than " + flaw.argument() + " values; split the file";
            case ALIAS -> "anchors (&name), aliases (*name) and tags (!name) are not allowed";
            case KEY_NOT_PLAIN -> "a key is a plain word";
            case KEY_TWICE -> "the key " + flaw.argument() + " stands twice";
        };
    }

    private void file(String name) throws IOException {
        Yaml root = yaml(name);
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
