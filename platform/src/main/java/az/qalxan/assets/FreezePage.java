package az.qalxan.assets;

import az.qalxan.directory.Organisation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sees of one freeze.
 *
 * @param keepers the organisations that can be asked
 * @param keeper the organisation that was asked, or that is suggested; empty for none
 * @param basis the legal basis that it rests on; null while none is chosen
 * @param until the end that the basis suggests for a hold that begins now, as a date field wants
 *     it; empty for none
 * @param now the present moment as a date field wants it
 * @param proposal who could get how much of what is free
 */
record FreezePage(
        FreezeLine line,
        List<Organisation> keepers,
        String keeper,
        List<AssetsPack.Basis> bases,
        AssetsPack.@Nullable Basis basis,
        AssetsPack.ClockRule rule,
        String until,
        String now,
        List<FreezeStore.Happening> history,
        List<ReturnDecision> decisions,
        ReturnRule returnRule,
        List<Claim> proposal) {

    FreezePage {
        keepers = List.copyOf(keepers);
        bases = List.copyOf(bases);
        history = List.copyOf(history);
        decisions = List.copyOf(decisions);
        proposal = List.copyOf(proposal);
    }

    Freeze freeze() {
        return line.freeze();
    }

    FreezeHead head() {
        return line.head();
    }

    /** The hold, now or at its end; null when nothing was ever held. */
    @Nullable Hold hold() {
        return FreezeRow.of(freeze()).hold();
    }

    /** Why it ended, or on what decision it rests; empty when the state says it. */
    String reason() {
        return FreezeRow.of(freeze()).reason();
    }

    /** Where the money had gone; null when that is not known. */
    @Nullable Holding movedTo() {
        return FreezeRow.of(freeze()).movedTo();
    }

    /** Whether money is held, so that it can be given back. */
    boolean held() {
        return freeze() instanceof Freeze.Held;
    }

    boolean seizable() {
        return held() && !(freeze() instanceof Freeze.Seized);
    }

    boolean acknowledgeable() {
        return freeze() instanceof Freeze.Sent;
    }
}
