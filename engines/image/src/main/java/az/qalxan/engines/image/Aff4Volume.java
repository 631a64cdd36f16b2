package az.qalxan.engines.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One AFF4 container: its members and what it says about them.
 *
 * @param urn its own name, before which members' names are left out
 */
record Aff4Volume(ZipMembers zip, String urn, Map<String, Map<String, List<Turtle.Term>>> told) {

    static final String SCHEMA = "http://aff4.org/Schema#";

    private static final String NAME_START = "aff4://";

    /** Reads a container; nothing where the file is none. */
    static Optional<Aff4Volume> of(ImagePart part) throws IOException {
        Optional<ZipMembers> zip = ZipMembers.of(part);
        Optional<byte[]> turtle =
                zip.isPresent() ? zip.get().whole("information.turtle") : Optional.empty();
        if (turtle.isEmpty()) {
            return Optional.empty();
        }
        String described =
                zip.get()
                        .whole("container.description")
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                        .filter(text -> text.startsWith(NAME_START))
                        .orElse(zip.get().comment().strip());
        String text = new String(turtle.get(), StandardCharsets.UTF_8);
        return Optional.of(new Aff4Volume(zip.get(), described, Turtle.read(text)));
    }

    List<Turtle.Term> all(String subject, String property) {
        return told.getOrDefault(subject, Map.of()).getOrDefault(SCHEMA + property, List.of());
    }

    Optional<String> one(String subject, String property) {
        return all(subject, property).stream().map(Turtle.Term::value).findFirst();
    }

    /** A number of bytes; nothing where it is none or below zero. */
    Optional<Long> number(String subject, String property) {
        return one(subject, property)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong);
    }

    boolean is(String subject, String type) {
        return told
                .getOrDefault(subject, Map.of())
                .getOrDefault(Turtle.typeOf(), List.of())
                .stream()
                .anyMatch(term -> term.value().equals(SCHEMA + type));
    }

    /** All that are of a type, in the order told. */
    List<String> ofType(String type) {
        List<String> found = new ArrayList<>();
        told.keySet().stream().filter(name -> is(name, type)).forEach(found::add);
        return found;
    }

    /** The member that holds a thing's part, under the names by which tools store it. */
    Optional<ZipMembers.Member> member(String name, String part) {
        String escaped =
                name.startsWith(NAME_START)
                        ? "aff4%3A%2F%2F" + name.substring(NAME_START.length())
                        : name;
        Optional<ZipMembers.Member> found = zip.find(escaped + "/" + part);
        if (found.isEmpty() && !urn.isEmpty() && name.startsWith(urn)) {
            String rest = name.substring(urn.length()).replaceFirst("^/+", "");
            found = zip.find(rest.isEmpty() ? part : rest + "/" + part);
        }
        return found;
    }

    Optional<byte[]> whole(String name, String part) throws IOException {
        return whole(name, part, ZipMembers.WHOLE_BYTES_MAX);
    }

    /** The same; nothing where it has more bytes than those. */
    Optional<byte[]> whole(String name, String part, long bytesMax) throws IOException {
        Optional<ZipMembers.Member> member =
                member(name, part).filter(one -> one.bytes() <= bytesMax);
        return member.isEmpty() ? Optional.empty() : zip.whole(member.get().name());
    }

    /** Digests of a thing's own bytes, or of what a property says. */
    List<StoredDigest> digests(String subject, String property) {
        return digests(subject, property, "");
    }

    /** Digests whose type is a kind's name behind these letters. */
    List<StoredDigest> digests(String subject, String property, String before) {
        List<StoredDigest> digests = new ArrayList<>();
        for (Turtle.Term term : all(subject, property)) {
            String type = term.type().substring(term.type().indexOf('#') + 1);
            String hex = term.value().toLowerCase(Locale.ROOT);
            for (DigestKind kind : DigestKind.values()) {
                if (type.equals(before + kind.name()) && hex.length() == 2 * kind.bytes()) {
                    digests.add(new StoredDigest(kind, hex, subject, 0));
                }
            }
        }
        return digests;
    }
}
