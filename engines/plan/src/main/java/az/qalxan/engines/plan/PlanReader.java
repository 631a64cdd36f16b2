package az.qalxan.engines.plan;

import az.qalxan.engines.plan.PlanFlaw.Code;
import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlFlaw;
import az.qalxan.engines.yaml.YamlLimits;
import az.qalxan.engines.yaml.YamlRead;
import az.qalxan.engines.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a plan file; bounded in size, depth and counts, and throws for no bytes whatever. */
public final class PlanReader {

    /** The largest file that is read. */
    public static final int BYTES_MAX = 16_000_000;

    static final int NODES_MAX = 1_000_000;

    private static final YamlLimits LIMITS = new YamlLimits(BYTES_MAX, 12, NODES_MAX);
    static final int MEASURES_MAX = 20_000;
    static final int PARTS_MAX = 5_000;

    private static final Set<String> KEYS =
            Set.of(
                    "title",
                    "source",
                    "about",
                    "counts",
                    "acronyms",
                    "targets",
                    "objectives",
                    "priorities",
                    "groups",
                    "measures");

    private PlanReader() {}

    /** The plan that the bytes are, or everything that is wrong with them. */
    public static PlanRead read(byte[] yaml) {
        Flaws flaws = new Flaws();
        Yaml root = document(yaml, flaws);
        if (root == null) {
            return new PlanRead.Refused(flaws.errors());
        }
        Entry entry = new Entry(root, "", flaws);
        if (!(root instanceof Yaml.Mapping)) {
            entry.error(root, Code.NOT_MAPPING);
            return new PlanRead.Refused(flaws.errors());
        }
        PlanFile file = file(entry.knowing(KEYS));
        return flaws.any()
                ? new PlanRead.Refused(flaws.errors())
                : new PlanRead.Read(file, flaws.warnings());
    }

    /** The file's one document, or null where it cannot be read; the flaws say why. */
    private static @Nullable Yaml document(byte[] yaml, Flaws flaws) {
        YamlRead read = YamlReader.read(yaml, LIMITS);
        YamlFlaw flaw = read.flaw();
        List<Yaml> documents = read.documents();
        if (documents.size() > 1) {
            flaws.error(PlanFlaw.at(documents.get(1), "", Code.SECOND_DOCUMENT));
        } else if (flaw != null) {
            List<String> arguments = List.of(flaw.argument());
            Code code = Code.of(flaw.kind());
            flaws.error(new PlanFlaw(flaw.line(), flaw.column(), "", code, arguments));
        } else if (documents.isEmpty()) {
            flaws.error(new PlanFlaw(1, 1, "", Code.EMPTY, List.of()));
        } else {
            return documents.getFirst();
        }
        return null;
    }

    private static PlanFile file(Entry root) {
        Entry source = root.below("source");
        List<Acronym> acronyms = acronyms(root);
        List<Priority> priorities = priorities(root);
        List<Group> groups = groups(root, priorities);
        PlanFile file =
                new PlanFile(
                        root.text("title"),
                        language(source),
                        new PlanSource(
                                source.textOrEmpty("file"),
                                source.day("approved"),
                                source.textOrEmpty("approved_text")),
                        acronyms,
                        targets(root),
                        objectives(root),
                        priorities,
                        groups,
                        MeasureReading.measures(root, acronyms, priorities, groups));
        if (root.has("counts")) {
            counts(root.below("counts"), file);
        }
        return file;
    }

    private static String language(Entry source) {
        String language = source.text("language");
        if (!language.isEmpty() && !language.matches("[a-z]{2,3}")) {
            source.error(source.at("language"), Code.NOT_TEXT, "language", 3);
        }
        return language;
    }

    private static List<Acronym> acronyms(Entry root) {
        Once once = new Once();
        List<Acronym> acronyms = new ArrayList<>();
        for (Entry one : root.list("acronyms", PARTS_MAX)) {
            acronyms.add(new Acronym(once.text(one, "acronym"), one.text("name")));
        }
        return acronyms;
    }

    private static List<Target> targets(Entry root) {
        Once once = new Once();
        List<Target> targets = new ArrayList<>();
        for (Entry one : root.list("targets", PARTS_MAX)) {
            targets.add(new Target(once.code(one, "id"), one.text("text")));
        }
        return targets;
    }

    private static List<Objective> objectives(Entry root) {
        Once once = new Once();
        List<Objective> objectives = new ArrayList<>();
        for (Entry one : root.list("objectives", PARTS_MAX)) {
            objectives.add(new Objective(once.code(one, "id"), one.text("text")));
        }
        return objectives;
    }

    private static List<Priority> priorities(Entry root) {
        Once once = new Once();
        List<Priority> priorities = new ArrayList<>();
        for (Entry one : root.list("priorities", PARTS_MAX)) {
            once.text(one, "number");
            String title = one.text("title");
            String inPlan = one.has("plan_title") ? one.text("plan_title") : title;
            priorities.add(new Priority(one.number("number", PARTS_MAX), title, inPlan));
        }
        priorities.sort(Comparator.comparingInt(Priority::number));
        return priorities;
    }

    private static List<Group> groups(Entry root, List<Priority> priorities) {
        Once once = new Once();
        List<Group> groups = new ArrayList<>();
        for (Entry one : root.list("groups", PARTS_MAX)) {
            int priority = one.number("priority", PARTS_MAX);
            if (priorities.stream().noneMatch(known -> known.number() == priority)) {
                one.error(one.at("priority"), Code.UNKNOWN_PRIORITY, priority);
            }
            groups.add(new Group(once.code(one, "id"), priority, one.text("title")));
        }
        groups.sort(Comparator.comparing(Group::id, PlanReader::byNumber));
        return groups;
    }

    private static int byNumber(String one, String other) {
        return MeasureCode.isOne(one) && MeasureCode.isOne(other)
                ? new MeasureCode(one).compareTo(new MeasureCode(other))
                : one.compareTo(other);
    }

    private static void counts(Entry counts, PlanFile file) {
        count(counts, "priorities", file.priorities().size());
        count(counts, "groups", file.groups().size());
        count(counts, "measures", file.measures().size());
        count(counts, "targets", file.targets().size());
        count(counts, "objectives", file.objectives().size());
        count(counts, "acronyms", file.acronyms().size());
    }

    private static void count(Entry counts, String key, int found) {
        @Nullable Integer said = counts.numberOrNull(key, MEASURES_MAX);
        if (said != null && said != found) {
            counts.error(counts.at(key), Code.COUNT_DIFFERS, key, said, found);
        }
    }
}
