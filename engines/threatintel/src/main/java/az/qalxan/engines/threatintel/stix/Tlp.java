package az.qalxan.engines.threatintel.stix;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Traffic Light Protocol 2.0, from the widest audience to the narrowest, with the identifiers
 * of its markings: the four of STIX 2.1 for TLP 1 and the five of the extension for TLP 2.0.
 */
public enum Tlp {
    CLEAR("clear", "94868c89-83c2-464b-929b-a1a8aa3c8487", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
    GREEN("green", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
    AMBER("amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421", "f88d31f6-486f-44da-b317-01333bde0b82"),
    AMBER_STRICT("amber+strict", "939a9414-2ddd-4d32-a0cd-375ea402b003", ""),
    RED("red", "e828b379-4e03-4974-9ac4-e53a884c97c1", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed");

    /** The definition of the extension that carries TLP 2.0. */
    public static final String EXTENSION =
            "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    private static final String MARKING = "marking-definition--";

    private static final Map<String, Tlp> BY_MARKING =
            Arrays.stream(values())
                    .flatMap(tlp -> Stream.of(Map.entry(tlp.id2, tlp), Map.entry(tlp.id1, tlp)))
                    .filter(entry -> !entry.getKey().equals(MARKING))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Tlp> BY_WORD =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(tlp -> tlp.word, Function.identity()));

    private final String word;
    private final String id2;
    private final String id1;

    Tlp(String word, String uuid2, String uuid1) {
        this.word = word;
        this.id2 = "marking-definition--" + uuid2;
        this.id1 = "marking-definition--" + uuid1;
    }

    /** As the extension writes it, such as {@code amber+strict}. */
    public String word() {
        return word;
    }

    /** The identifier of its marking in TLP 2.0. */
    public String marking() {
        return id2;
    }

    /** The identifier of its marking in TLP 1; AMBER+STRICT has none. */
    public Optional<String> markingOfTlp1() {
        return id1.equals(MARKING) ? Optional.empty() : Optional.of(id1);
    }

    /**
     * The level of a marking of either version. WHITE is CLEAR. AMBER of TLP 1 is AMBER: it too may
     * go to clients where they need to know.
     */
    public static Optional<Tlp> ofMarking(String id) {
        return Optional.ofNullable(BY_MARKING.get(id));
    }

    /** The level by the word of the extension, or of TLP 1. */
    public static Optional<Tlp> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word.equals("white") ? "clear" : word));
    }

    /** The narrower audience of the two. */
    public Tlp narrower(Tlp other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The name in TLP 1: WHITE, GREEN, AMBER or RED. */
    String nameOfTlp1() {
        return this == CLEAR ? "TLP:WHITE" : "TLP:" + name();
    }
}
