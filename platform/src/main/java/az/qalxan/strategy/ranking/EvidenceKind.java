package az.qalxan.strategy.ranking;

import java.util.Locale;
import java.util.Optional;

/** What a piece of evidence is; message key {@code ranking.kind.<code>}. */
enum EvidenceKind {
    /** A document that was approved or published. */
    DOCUMENT(36),
    /** An address on the Internet. */
    LINK(12),
    /** A clause of the law as it is recorded; it counts while it holds. */
    CLAUSE(0),
    /** An indicator of the plan that is counted from registers; it counts while it is known. */
    FIGURE(0),
    /** A stage of a measure; it counts while it is reached. */
    STAGE(0);

    private final int freshMonths;

    EvidenceKind(int freshMonths) {
        this.freshMonths = freshMonths;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the platform itself looks whether it still holds. */
    boolean live() {
        return freshMonths == 0;
    }

    /** After how many months it should be looked at again; our own choice. Nought for live ones. */
    int freshMonths() {
        return freshMonths;
    }

    static Optional<EvidenceKind> of(String code) {
        for (EvidenceKind one : values()) {
            if (one.code().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
