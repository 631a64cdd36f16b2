package az.qalxan.strategy;

import java.util.UUID;

/** An edition of the plan; the one that the country pack brings has the nil UUID. */
public record EditionId(UUID value) {

    /** What the pack knows of the plan: its facts, without the official wording. */
    public static final EditionId PACK = new EditionId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
