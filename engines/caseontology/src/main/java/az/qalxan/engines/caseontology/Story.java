package az.qalxan.engines.caseontology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a graph of ours tells: one case, its exhibits, and what was done with them. Texts are empty
 * where nobody said.
 *
 * @param namespace the address under which this installation names its things, ending in a slash
 * @param tags how the whole may be handled, for example {@code TLP:AMBER}
 */
public record Story(
        String namespace,
        Matter matter,
        List<String> tags,
        List<Exhibit> exhibits,
        List<Act> acts) {

    public Story {
        tags = List.copyOf(tags);
        exhibits = List.copyOf(exhibits);
        acts = List.copyOf(acts);
    }

    /** The case. */
    public record Matter(
            String number, String name, @Nullable Instant since, List<Authority> authorities) {
        public Matter {
            authorities = List.copyOf(authorities);
        }
    }

    /**
     * On what an investigation rests.
     *
     * @param kind what it is, for example the legal basis in words
     * @param identifier number of the decision or clause of law
     */
    public record Authority(String kind, String identifier, @Nullable Instant from) {}

    /**
     * A person or an organisation.
     *
     * @param key the same for the same one
     * @param role in which it acts
     */
    public record Agent(String key, String name, boolean person, String role) {}

    /** What was used. */
    public record Tool(String name, String version, Map<String, String> settings) {
        public Tool {
            settings = new TreeMap<>(settings);
        }
    }

    /**
     * Bytes, named as in the container.
     *
     * @param hashes hexadecimal, by the names that UCO gives the methods: SHA256, SHA1, MD5
     */
    public record StoredFile(
            String path, long length, String mediaType, Map<String, String> hashes) {
        public StoredFile {
            hashes = new TreeMap<>(hashes);
        }
    }

    /**
     * An exhibit.
     *
     * @param root the number of the first of its line; its own where it was made from no other
     */
    public record Exhibit(
            String number, String root, String name, String words, List<StoredFile> files) {
        public Exhibit {
            files = List.copyOf(files);
        }
    }

    /**
     * Something done.
     *
     * @param key the same for the same act
     * @param with numbers of the exhibits it was done with
     * @param made numbers of the exhibits that came of it
     */
    public record Act(
            String key,
            String name,
            String words,
            Instant at,
            Surroundings by,
            List<String> with,
            List<String> made) {
        public Act {
            with = List.copyOf(with);
            made = List.copyOf(made);
        }
    }

    /** Who did it, with whom, where, by what. */
    public record Surroundings(
            @Nullable Agent performer, List<Agent> others, String place, @Nullable Tool tool) {
        public Surroundings {
            others = List.copyOf(others);
        }
    }
}
