package az.qalxan.exchange.notice;

import az.qalxan.web.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an owner wants to be told, as it was typed. */
record OwnerRuleForm(
        @Nullable String atOnce,
        @Nullable List<String> types,
        @Nullable String digest,
        @Nullable String digestHour,
        @Nullable String quietFrom,
        @Nullable String quietUntil,
        @Nullable String wakes,
        @Nullable String mail,
        @Nullable String hookUrl) {

    private static final int HOURS = 24;

    /** Reads it; what is wrong goes to the list. */
    OwnerRule read(Taxonomy taxonomy, boolean local, List<Violation> wrong) {
        String at = known(atOnce, OwnerRule.AT_ONCE);
        List<String> wanted = types == null ? List.of() : types;
        if (wanted.stream().anyMatch(one -> taxonomy.type(one).isEmpty())) {
            wrong.add(Violation.at("types", "notice.wrong.type", String.join(", ", wanted)));
        }
        String url = OwnerForm.bare(hookUrl);
        if (!url.isEmpty() && HookAddress.read(url, local).isEmpty()) {
            wrong.add(Violation.at("hookUrl", "notice.wrong.hook", url));
        }
        return new OwnerRule(
                at,
                wanted,
                known(digest, OwnerRule.DIGESTS),
                hour("digestHour", digestHour, wrong).orElse(0),
                quiet(wrong),
                wakes != null,
                mail != null,
                url);
    }

    private OwnerRule.@Nullable Quiet quiet(List<Violation> wrong) {
        Optional<Integer> from = hour("quietFrom", quietFrom, wrong);
        Optional<Integer> until = hour("quietUntil", quietUntil, wrong);
        boolean half =
                from.isPresent() != until.isPresent() || from.isPresent() && from.equals(until);
        if (half) {
            wrong.add(Violation.at("quietUntil", "notice.wrong.quiet"));
        }
        return half || from.isEmpty() ? null : new OwnerRule.Quiet(from.get(), until.orElseThrow());
    }

    private static String known(@Nullable String typed, List<String> all) {
        String bare = OwnerForm.bare(typed);
        return all.contains(bare) ? bare : all.getFirst();
    }

    private static Optional<Integer> hour(
            String field, @Nullable String typed, List<Violation> wrong) {
        String bare = OwnerForm.bare(typed);
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        if (!bare.matches("\\d{1,2}") || Integer.parseInt(bare) >= HOURS) {
            wrong.add(Violation.at(field, "notice.wrong.hour", bare));
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(bare));
    }
}
