package az.qalxan.ledger.watch;

import java.util.List;

/** The report of a verification. */
record VerificationPage(VerificationStore.Run run, List<VerificationStore.Found> findings) {

    private static final int HUNDRED = 100;

    VerificationPage {
        findings = List.copyOf(findings);
    }

    int percent() {
        return run.total() == 0 ? 0 : (int) Math.min(HUNDRED, run.done() * HUNDRED / run.total());
    }

    boolean running() {
        return run.state().equals("running");
    }
}
