package az.qalxan.engines.caseontology;

import az.qalxan.engines.caseontology.Story.Act;
import az.qalxan.engines.caseontology.Story.Agent;
import az.qalxan.engines.caseontology.Story.Authority;
import az.qalxan.engines.caseontology.Story.Exhibit;
import az.qalxan.engines.caseontology.Story.Matter;
import az.qalxan.engines.caseontology.Story.StoredFile;
import az.qalxan.engines.caseontology.Story.Surroundings;
import az.qalxan.engines.caseontology.Story.Tool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented stories. */
final class Stories {

    private static final Instant START = Instant.parse("2026-03-02T08:15:30.123456Z");

    private Stories() {}

    static Story plain() {
        return new Story(
                "https://qalxan.example/kb/",
                new Matter(
                        "0042",
                        "Ödəniş kartlarının ələ keçirilməsi",
                        START,
                        List.of(new Authority("Axtarış haqqında qərar", "17/2026", START))),
                List.of("TLP:AMBER"),
                List.of(
                        exhibit("0042/3", "0042/3", "files/0042-3/disk.E01"),
                        exhibit("0042/3-1", "0042/3", "files/0042-3-1/disk.E01")),
                List.of(
                        act("intake", List.of(), List.of("0042/3")),
                        act("transfer", List.of("0042/3"), List.of()),
                        act("copy", List.of("0042/3"), List.of("0042/3-1")),
                        act("verification", List.of("0042/3", "0042/3-1"), List.of())));
    }

    /** Any story; texts have everything in them that JSON and people find awkward. */
    static Story random(long seed) {
        Random random = new Random(seed);
        List<Exhibit> exhibits = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String number = "7/" + i;
            exhibits.add(exhibit(number, "7/0", "files/" + i + "/" + awkward(random)));
            acts.add(act("take" + i, List.of(), List.of(number)));
            acts.add(act(awkward(random) + i, List.of("7/" + random.nextInt(count)), List.of()));
        }
        Matter matter = new Matter("7", awkward(random), null, List.of());
        return new Story("https://qalxan.example/kb/", matter, List.of(), exhibits, acts);
    }

    private static Exhibit exhibit(String number, String root, String path) {
        StoredFile file =
                new StoredFile(
                        path,
                        1L << 40,
                        "application/octet-stream",
                        Map.of(
                                "SHA256",
                                "ab".repeat(32),
                                "SHA1",
                                "cd".repeat(20),
                                "MD5",
                                "ef".repeat(16)));
        return new Exhibit(number, root, "Disk", "Samsung 870", List.of(file));
    }

    private static Act act(String name, List<String> with, List<String> made) {
        Agent performer = new Agent("p1", "Aygün Məmmədova", true, "mütəxəssis");
        Agent other = new Agent("o1", "Daxili İşlər Nazirliyi", false, "");
        Tool tool = new Tool("ewfacquire", "20140814", Map.of("compression", "none"));
        return new Act(
                name,
                name,
                "",
                START.plusSeconds(name.length()),
                new Surroundings(performer, List.of(other), "Bakı", tool),
                with,
                made);
    }

    private static String awkward(Random random) {
        String[] signs = {"ə", "\"", "\\", "\n", "😀", "\ud800", "@id", "kb:", "{", "#", " ", "İ"};
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(signs[random.nextInt(signs.length)]);
        }
        return text.toString();
    }
}
