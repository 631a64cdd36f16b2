package az.qalxan.assets;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Span;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the country's pack says about freezing: clocks and legal bases, each with its source. */
@Component
final class AssetsPack {

    private final ZoneId zone;
    private final String currency;
    private final ClockRule proposeWithin;
    private final List<ClockRule> clocks;
    private final List<Basis> bases;

    /**
     * A length of time with its source.
     *
     * @param verified whether it was read in the source
     */
    record ClockRule(String code, Span span, boolean verified, Words source) {}

    /**
     * What a request rests on.
     *
     * @param ceiling after which a hold ends by itself; null when it lasts until it is lifted
     */
    record Basis(String code, Words name, @Nullable Span ceiling, boolean verified, Words source) {}

    AssetsPack(Jurisdiction jurisdiction) {
        JsonNode file = read("packs/" + jurisdiction.code() + "/assets.yaml");
        this.zone = jurisdiction.zone();
        this.currency = jurisdiction.currency();
        this.proposeWithin = clock("propose-within", file.required("propose_within"));
        List<ClockRule> read = new ArrayList<>();
        file.required("clocks")
                .forEach(one -> read.add(clock(one.required("code").asString(), one)));
        this.clocks = List.copyOf(read);
        List<Basis> known = new ArrayList<>();
        file.required("bases").forEach(one -> known.add(basis(one)));
        this.bases = List.copyOf(known);
    }

    ZoneId zone() {
        return zone;
    }

    /** ISO 4217 code of the country's money. */
    String currency() {
        return currency;
    }

    /** How old a loss may be for its freeze to be proposed by itself. */
    ClockRule proposeWithin() {
        return proposeWithin;
    }

    /** By when a draft should be sent. */
    ClockRule send() {
        return clock("send");
    }

    /** By when the organisation should have answered. */
    ClockRule response() {
        return clock("response");
    }

    /** How long before its end a hold should be renewed. */
    ClockRule renew() {
        return clock("renew");
    }

    List<Basis> bases() {
        return bases;
    }

    Optional<Basis> basis(String code) {
        return bases.stream().filter(one -> one.code().equals(code)).findAny();
    }

    private ClockRule clock(String code) {
        return clocks.stream()
                .filter(one -> one.code().equals(code))
                .findAny()
                .orElseThrow(() ->
                        new IllegalStateException("the pack's assets.yaml has no clock " + code));
    }

    private static ClockRule clock(String code, JsonNode node) {
        return new ClockRule(
                code,
                Span.parse(node.required("span").asString()),
                verified(node),
                words(node.required("source")));
    }

    private static Basis basis(JsonNode node) {
        return new Basis(
                node.required("code").asString(),
                words(node.required("name")),
                node.has("ceiling") ? Span.parse(node.required("ceiling").asString()) : null,
                verified(node),
                words(node.required("source")));
    }

    private static boolean verified(JsonNode node) {
        return node.path("status").asString("unverified").equals("verified");
    }

    private static Words words(JsonNode node) {
        return new Words(node.required("az").asString(), node.required("en").asString());
    }

    private static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + name, e);
        }
    }
}
