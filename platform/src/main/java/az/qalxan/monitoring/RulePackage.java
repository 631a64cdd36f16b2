package az.qalxan.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that somebody hands in as a version: rules, and beside them tests in {@code *.ndjson}.
 */
record RulePackage(Map<String, byte[]> files) {

    /** All of them together. */
    static final int BYTES_MAX = 64 << 20;

    static final int FILES_MAX = 20_000;

    RulePackage {
        files = new TreeMap<>(files);
    }

    /** Whether a file of that name is kept. */
    static boolean wanted(String path) {
        return isRule(path) || isTest(path);
    }

    private static boolean isRule(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml");
    }

    private static boolean isTest(String path) {
        return path.endsWith(".ndjson");
    }

    Map<String, byte[]> rules() {
        Map<String, byte[]> rules = new TreeMap<>(files);
        rules.keySet().removeIf(path -> !isRule(path));
        return rules;
    }

    Map<String, byte[]> tests() {
        Map<String, byte[]> tests = new TreeMap<>(files);
        tests.keySet().removeIf(path -> !isTest(path));
        return tests;
    }

    /** The SHA-256 over names and contents. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(content.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
