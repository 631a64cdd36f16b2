package az.qalxan.monitoring.criterion;

import az.qalxan.jurisdiction.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tactics and techniques of ATT&CK by number and name, as {@code packs/attack} has them. */
@Component
public class Attack {

    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.(t[0-9]{4})(\\.[0-9]{3})?");
    private static final String PREFIX = "attack.";

    private final String version;
    private final String source;
    private final boolean verified;
    private final List<Tactic> tactics = new ArrayList<>();
    private final Map<String, Technique> techniques = new LinkedHashMap<>();

    Attack() {
        JsonNode root = CriteriaPack.read(new ClassPathResource("packs/attack/enterprise.yaml"));
        this.version = root.required("version").asString();
        this.source = root.required("source").asString();
        this.verified = root.required("standing").asString().equals("verified");
        for (JsonNode one : root.required("tactics")) {
            tactics.add(
                    new Tactic(
                            one.required("id").asString(),
                            one.required("code").asString(),
                            new Words(
                                    one.required("name").required("az").asString(),
                                    one.required("name").required("en").asString())));
        }
        for (JsonNode one : root.required("techniques")) {
            List<String> under = new ArrayList<>();
            one.required("tactics").forEach(code -> under.add(code.asString()));
            String id = one.required("id").asString();
            techniques.put(id, new Technique(id, one.required("name").asString(), under));
        }
    }

    /**
     * What somebody wants to reach.
     *
     * @param code as Sigma's tags write it, for example {@code lateral-movement}
     */
    public record Tactic(String id, String code, Words name) {}

    /**
     * A way to reach it.
     *
     * @param tactics codes of the tactics that it serves
     */
    public record Technique(String id, String name, List<String> tactics) {

        public Technique {
            tactics = List.copyOf(tactics);
        }
    }

    public String version() {
        return version;
    }

    public String source() {
        return source;
    }

    public boolean verified() {
        return verified;
    }

    /** In the order in which attacks go. */
    public List<Tactic> tactics() {
        return List.copyOf(tactics);
    }

    public Optional<Tactic> tactic(String code) {
        return tactics.stream().filter(one -> one.code().equals(code)).findAny();
    }

    public List<Technique> techniques() {
        return List.copyOf(techniques.values());
    }

    public Optional<Technique> technique(String id) {
        return Optional.ofNullable(techniques.get(id));
    }

    /** The numbers of techniques that a rule's tags name, sub-techniques under their technique. */
    public static Set<String> techniquesIn(Collection<String> tags) {
        Set<String> found = new TreeSet<>();
        for (String tag : tags) {
            Matcher matcher = TECHNIQUE.matcher(tag.toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                found.add(matcher.group(1).toUpperCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** The codes of tactics that a rule's tags name; names of an older edition are not known. */
    public Set<String> tacticsIn(Collection<String> tags) {
        Set<String> found = new TreeSet<>();
        for (String tag : tags) {
            String code = tag.toLowerCase(Locale.ROOT).replace('_', '-');
            if (code.startsWith(PREFIX) && tactic(code.substring(PREFIX.length())).isPresent()) {
                found.add(code.substring(PREFIX.length()));
            }
        }
        return found;
    }
}
