package az.qalxan.casework.sight;

import az.qalxan.access.Colleague;
import az.qalxan.access.CompartmentEntry;
import az.qalxan.casework.CaseMember;
import az.qalxan.casework.CaseTop;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sees a case.
 *
 * @param readers who may by the matrix, when it is not restricted
 * @param entries every period of named access that the reader may know of
 * @param broken how often the glass was broken
 * @param inside whether the reader may let others in
 */
record AccessPage(
        CaseTop top,
        List<CaseMember> members,
        List<ByRule> readers,
        List<CompartmentEntry> entries,
        List<BreakGlass> broken,
        List<Colleague> colleagues,
        boolean inside,
        Instant now) {

    AccessPage {
        members = List.copyOf(members);
        readers = List.copyOf(readers);
        entries = List.copyOf(entries);
        broken = List.copyOf(broken);
        colleagues = List.copyOf(colleagues);
    }

    /** A role that may read it by a rule of the matrix, and why. */
    record ByRule(String role, String reason) {}

    List<CompartmentEntry> open() {
        return entries.stream().filter(entry -> entry.open(now)).toList();
    }

    List<CompartmentEntry> ended() {
        return entries.stream().filter(entry -> !entry.open(now)).toList();
    }

    /** The member's own entry; null when the case is not restricted or the access has ended. */
    @Nullable CompartmentEntry entry(CaseMember member) {
        return open().stream()
                .filter(entry -> entry.account().equals(member.account()))
                .findFirst()
                .orElse(null);
    }
}
