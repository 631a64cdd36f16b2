package az.qalxan.exchange.misp;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as somebody sent it (MISP core format, section 2.2).
 *
 * @param orgc the organisation that made it; empty when the sender did not say
 * @param stamp seconds since 1970; its version
 * @param dated whether the sender said the stamp
 * @param published null when the sender did not say
 * @param level its distribution; null when the sender did not say
 * @param content what it says, without what the other components say
 * @param groups the sharing groups that it brings
 */
record MispEvent(
        UUID uuid,
        Optional<Organisation> orgc,
        String info,
        LocalDate day,
        long stamp,
        boolean dated,
        @Nullable Boolean published,
        @Nullable Level level,
        List<String> tags,
        ObjectNode content,
        List<String> unknown,
        List<MispAttribute> attributes,
        List<MispObject> objects,
        Map<UUID, MispGroup> groups) {

    MispEvent {
        tags = List.copyOf(tags);
        unknown = List.copyOf(unknown);
        attributes = List.copyOf(attributes);
        objects = List.copyOf(objects);
        groups = Map.copyOf(groups);
    }

    /** An organisation. */
    record Organisation(UUID uuid, String name) {}
}
