package az.qalxan.jurisdiction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files of a pack, which are resources of the program. */
record PackFiles(String code) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * The pack of that name.
     *
     * @throws IllegalArgumentException unless it is two lower-case letters
     */
    static PackFiles of(String code) {
        if (!code.matches("[a-z]{2}")) {
            throw new IllegalArgumentException("a pack's name is two letters, not " + code);
        }
        return new PackFiles(code);
    }

    /** What the pack says about the country as a whole. */
    record Pack(String code, ZoneId zone, String phoneRegion, String currency) {}

    Pack pack() {
        JsonNode file = read("pack.yaml");
        return new Pack(
                code,
                ZoneId.of(file.required("time_zone").asString()),
                file.required("phone_region").asString(),
                file.required("currency").asString());
    }

    List<CategoryGroup> groups() {
        return list(
                read("categories.yaml").required("groups"),
                one ->
                        new CategoryGroup(
                                text(one, "code"),
                                words(one.required("title")),
                                words(one.required("hint")),
                                text(one, "icon")));
    }

    List<Category> categories() {
        return list(
                read("categories.yaml").required("categories"),
                one ->
                        new Category(
                                text(one, "code"),
                                text(one, "group"),
                                words(one.required("title")),
                                words(one.required("hint")),
                                text(one, "default_body"),
                                one.path("sensitive").asBoolean(false),
                                list(one.path("urgent"), JsonNode::asString),
                                list(one.path("offences"), PackFiles::offence)));
    }

    List<Region> regions() {
        return list(
                read("regions.yaml").required("regions"),
                one -> new Region(text(one, "code"), words(one.required("name"))));
    }

    List<Body> bodies() {
        return list(
                read("directory.yaml").required("bodies"),
                one ->
                        new Body(
                                text(one, "code"),
                                text(one, "acronym"),
                                words(one.required("name")),
                                list(one.path("kinds"), JsonNode::asString),
                                verified(one),
                                words(one.required("source")),
                                list(one.path("posts"), PackFiles::post),
                                list(one.path("channels"), PackFiles::channel)));
    }

    private static BodyPost post(JsonNode one) {
        return new BodyPost(
                text(one, "code"),
                words(one.required("title")),
                words(one.required("duty")),
                verified(one),
                words(one.required("source")));
    }

    private static BodyChannel channel(JsonNode one) {
        return new BodyChannel(text(one, "kind"), text(one, "value"), verified(one));
    }

    List<Advice> advice() {
        return list(
                read("advice.yaml").required("advice"),
                one ->
                        new Advice(
                                text(one, "id"),
                                words(one.required("title")),
                                list(one.required("steps"), PackFiles::words)));
    }

    List<EmergencyNumber> emergency() {
        return list(
                read("emergency.yaml").required("numbers"),
                one ->
                        new EmergencyNumber(
                                text(one, "number"),
                                words(one.required("service")),
                                verified(one)));
    }

    List<Article> articles() {
        return list(
                read("offences.yaml").required("articles"),
                one -> new Article(text(one, "article"), words(one.required("title")), basis(one)));
    }

    List<ProceduralStatus> statuses() {
        return list(
                read("parties.yaml").required("statuses"),
                one ->
                        new ProceduralStatus(
                                text(one, "code"),
                                words(one.required("name")),
                                list(one.required("kinds"), JsonNode::asString),
                                basis(one)));
    }

    List<CaseOutcome> outcomes() {
        return list(
                read("outcomes.yaml").required("outcomes"),
                one ->
                        new CaseOutcome(
                                text(one, "code"),
                                text(one, "state"),
                                words(one.required("name")),
                                words(one.required("told")),
                                basis(one)));
    }

    private static LegalBasis basis(JsonNode one) {
        return new LegalBasis(
                day(one, "valid_from"),
                day(one, "valid_to"),
                verified(one),
                words(one.required("source")));
    }

    private static @Nullable LocalDate day(JsonNode one, String field) {
        return one.has(field) ? LocalDate.parse(text(one, field)) : null;
    }

    private static OffenceHint offence(JsonNode one) {
        return new OffenceHint(text(one, "article"), verified(one));
    }

    private static boolean verified(JsonNode one) {
        return one.path("status").asString("unverified").equals("verified");
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static Words words(JsonNode node) {
        return new Words(text(node, "az"), text(node, "en"));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> entry) {
        List<T> entries = new ArrayList<>();
        array.forEach(one -> entries.add(entry.apply(one)));
        return entries;
    }

    private JsonNode read(String file) {
        String resource = "/packs/" + code + "/" + file;
        try (InputStream bytes = PackFiles.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalArgumentException("there is no pack file " + resource);
            }
            return YAML.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
