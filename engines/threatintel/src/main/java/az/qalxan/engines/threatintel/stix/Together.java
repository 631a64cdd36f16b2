package az.qalxan.engines.threatintel.stix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What objects that stand together say about each other: versions of one, UUIDs used twice. */
final class Together {

    private final Map<String, Known> byUuid = new HashMap<>();

    /** What is remembered of one identifier. */
    private static final class Known {

        final String type;
        final String created;
        final String creator;
        final Map<StixTimestamp, Long> versions = new TreeMap<>();
        long unversioned;
        @Nullable StixTimestamp revoked;

        Known(String type, String created, String creator) {
            this.type = type;
            this.created = created;
            this.creator = creator;
        }
    }

    List<StixFinding> judge(ObjectNode object) {
        Judging judging = new Judging();
        Optional<StixId> id = StixId.of(object.path("id").asString(""));
        if (id.isEmpty()) {
            return List.of();
        }
        String created = object.path("created").asString("");
        String creator = object.path("created_by_ref").asString("");
        Known known = byUuid.get(id.get().uuid());
        if (known == null) {
            known = new Known(id.get().type(), created, creator);
            byUuid.put(id.get().uuid(), known);
        } else if (!known.type.equals(id.get().type())) {
            if (!creator.isEmpty() && creator.equals(known.creator)) {
                judging.broken(
                        StixRule.UUID_REUSED,
                        Place.WHOLE.member("id"),
                        "the same producer has a %s of this UUID".formatted(known.type));
            }
            return judging.findings();
        } else {
            sameOrigin(known, created, creator, judging);
        }
        version(known, object, judging);
        return judging.findings();
    }

    private static void sameOrigin(Known known, String created, String creator, Judging judging) {
        if (!StixTimestamp.of(created).equals(StixTimestamp.of(known.created))) {
            judging.broken(
                    StixRule.CREATED_CHANGED,
                    Place.WHOLE.member("created"),
                    "another version was created at " + known.created);
        }
        if (!creator.equals(known.creator)) {
            judging.broken(
                    StixRule.CREATOR_CHANGED,
                    Place.WHOLE.member("created_by_ref"),
                    "another version is by "
                            + (known.creator.isEmpty() ? "nobody" : known.creator));
        }
    }

    private static void version(Known known, ObjectNode object, Judging judging) {
        long content = StixMeaning.hash(object);
        Optional<StixTimestamp> modified = StixTimestamp.of(object.path("modified").asString(""));
        if (modified.isEmpty()) {
            boolean other = known.unversioned != 0 && known.unversioned != content;
            known.unversioned = content;
            if (other) {
                judging.broken(
                        StixRule.SAME_VERSION_TWICE, Place.WHOLE, "the same id with other content");
            }
            return;
        }
        Long before = known.versions.put(modified.get(), content);
        if (before != null && before != content) {
            judging.broken(
                    StixRule.SAME_VERSION_TWICE,
                    Place.WHOLE,
                    "the same id and modified with other content");
        }
        if (known.revoked != null && modified.get().compareTo(known.revoked) > 0) {
            judging.broken(
                    StixRule.AFTER_REVOCATION,
                    Place.WHOLE.member("modified"),
                    "a version later than its revocation");
        }
        if (object.path("revoked").asBoolean(false)) {
            revoke(known, modified.get(), judging);
        }
    }

    private static void revoke(Known known, StixTimestamp moment, Judging judging) {
        known.revoked = moment;
        if (known.versions.keySet().stream().anyMatch(one -> one.compareTo(moment) > 0)) {
            judging.broken(
                    StixRule.AFTER_REVOCATION,
                    Place.WHOLE.member("revoked"),
                    "there is a later version");
        }
    }
}
