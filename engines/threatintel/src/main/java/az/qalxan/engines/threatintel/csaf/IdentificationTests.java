package az.qalxan.engines.threatintel.csaf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Product identification helpers: hashes, package URLs, numbers with stars. */
final class IdentificationTests {

    private static final int SHORT_HASH_CHARS = 64;

    /** What the specification names (CSAF 2.1, 3.1.4.3.2). */
    private static final Set<String> HASHES =
            Set.of(
                    "blake2b512",
                    "blake2s256",
                    "md4",
                    "md5",
                    "md5-sha1",
                    "mdc2",
                    "ripemd",
                    "ripemd160",
                    "rmd160",
                    "sha1",
                    "sha224",
                    "sha256",
                    "sha3-224",
                    "sha3-256",
                    "sha3-384",
                    "sha3-512",
                    "sha384",
                    "sha512",
                    "sha512-224",
                    "sha512-256",
                    "shake128",
                    "shake256",
                    "sm3",
                    "ssl3-md5",
                    "ssl3-sha1",
                    "whirlpool");

    private IdentificationTests() {}

    static void register(Tests tests) {
        tests.only20("6.1.13", (d, f) -> texts(d, "purl", at -> purl(d, at, f)));
        tests.only21("6.1.13", (d, f) -> items(d, "purls", at -> purl(d, at, f)));
        tests.both("6.1.25", IdentificationTests::algorithmTwice);
        tests.only21("6.1.42", IdentificationTests::differentPurls);
        tests.only21("6.1.43", (d, f) -> items(d, "model_numbers", at -> stars(at, f)));
        tests.only21("6.1.44", (d, f) -> items(d, "serial_numbers", at -> stars(at, f)));
        tests.only21("6.1.61", (d, f) -> items(d, "skus", at -> stars(at, f)));
        tests.both("6.2.8", (d, f) -> onlyHash(d, "md5", f));
        tests.both("6.2.9", (d, f) -> onlyHash(d, "sha1", f));
        tests.both("6.2.16", IdentificationTests::missing);
        tests.only21("6.2.32", IdentificationTests::shared);
        tests.only21("6.2.52", (d, f) -> fileHashes(d, at -> unknownHash(at, f)));
        tests.both("6.3.5", (d, f) -> fileHashes(d, at -> shortHash(at, f)));
    }

    private static void texts(Document d, String member, java.util.function.Consumer<At> judge) {
        for (Product p : d.products()) {
            if (p.helper().has(member)) {
                judge.accept(p.helper().at(member));
            }
        }
    }

    private static void items(Document d, String member, java.util.function.Consumer<At> judge) {
        d.products().forEach(p -> p.helper().each(member).forEach(judge));
    }

    private static void fileHashes(Document d, java.util.function.Consumer<At> judge) {
        items(d, "hashes", h -> h.each("file_hashes").forEach(judge));
    }

    private static void purl(Document d, At at, Findings f) {
        if (d.purl(at) == null) {
            f.add(at, "not a valid package URL: " + at.text());
        }
    }

    private static void algorithmTwice(Document d, Findings f) {
        items(
                d,
                "hashes",
                h -> {
                    Set<String> seen = new HashSet<>();
                    for (At hash : h.each("file_hashes")) {
                        if (!seen.add(hash.text("algorithm"))) {
                            f.add(hash, "the algorithm is used twice for a file");
                        }
                    }
                });
    }

    private static void differentPurls(Document d, Findings f) {
        for (Product p : d.products()) {
            List<At> purls = p.helper().each("purls");
            if (purls.size() < 2) {
                continue;
            }
            Set<String> different = new HashSet<>();
            for (At at : purls) {
                Purl purl = d.purl(at);
                different.add(purl == null ? at.text() : purl.withoutQualifiers());
            }
            if (different.size() > 1) {
                f.add(p.helper().at("purls"), "they differ in more than their qualifiers");
            }
        }
    }

    private static void stars(At at, Findings f) {
        String text = at.text();
        int stars = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '*') {
                stars++;
            }
        }
        if (stars > 1) {
            f.add(at, "more than one * that stands for any characters");
        }
    }

    private static void onlyHash(Document d, String algorithm, Findings f) {
        items(
                d,
                "hashes",
                h -> {
                    List<At> all = h.each("file_hashes");
                    boolean only =
                            all.stream().allMatch(x -> x.text("algorithm").equals(algorithm));
                    if (!all.isEmpty() && only) {
                        f.add(h.at("file_hashes"), algorithm + " alone proves little");
                    }
                });
    }

    private static void missing(Document d, Findings f) {
        for (Product p : d.products()) {
            if (!p.helper().isThere()) {
                f.add(p.at(), "nothing helps to identify the product");
            }
        }
    }

    private static void shared(Document d, Findings f) {
        Map<String, Product> owners = new HashMap<>();
        for (Product p : d.products()) {
            for (At member : p.helper().members()) {
                List<At> values = member.each().isEmpty() ? List.of(member) : member.each();
                for (At value : values) {
                    String key = member.name() + " " + unordered(value.node());
                    Product owner = owners.putIfAbsent(key, p);
                    if (owner != null && owner != p) {
                        f.add(value, "identifies " + owner.id() + " as well");
                    }
                }
            }
        }
    }

    /** The same text for values that differ in the order of members and items only. */
    private static String unordered(JsonNode node) {
        if (node.isString()) {
            String text = node.stringValue();
            boolean isPlain = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
            return isPlain ? '"' + text + '"' : node.toString();
        }
        if (node.isObject()) {
            Map<String, String> members = new TreeMap<>();
            node.forEachEntry((name, value) -> members.put(name, unordered(value)));
            return members.toString();
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(IdentificationTests::unordered)
                    .sorted()
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return node.toString();
    }

    private static void unknownHash(At at, Findings f) {
        if (!HASHES.contains(at.text("algorithm"))) {
            f.add(at.at("algorithm"), "not among the algorithms that the specification names");
        }
    }

    private static void shortHash(At at, Findings f) {
        if (at.text("value").length() < SHORT_HASH_CHARS) {
            f.add(at.at("value"), "shorter than 64 characters");
        }
    }
}
