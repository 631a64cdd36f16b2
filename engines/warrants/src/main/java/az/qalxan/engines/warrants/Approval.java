package az.qalxan.engines.warrants;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's approval of an object; every part may be absent.
 *
 * @param carried the parts that are not understood here
 */
public record Approval(
        @Nullable String type,
        @Nullable String description,
        @Nullable String reference,
        @Nullable Approver approver,
        @Nullable Stamp at,
        @Nullable Boolean emergency,
        List<Element> carried) {

    /** Who approved; every part may be absent. */
    public record Approver(
            @Nullable String name,
            @Nullable String role,
            List<Contact> contacts,
            List<Element> carried) {}

    /** How to reach the person; every part may be absent. */
    public record Contact(
            @Nullable String alternateName, @Nullable String email, @Nullable String phone) {}
}
