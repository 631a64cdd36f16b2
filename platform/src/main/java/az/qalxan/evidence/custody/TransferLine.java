package az.qalxan.evidence.custody;

/**
 * A transfer as lists show it.
 *
 * @param from in words, as {@code to}
 * @param mine whether it waits for the viewer's signature
 */
record TransferLine(Transfer transfer, String from, String to, boolean mine, boolean overdue) {

    String path() {
        return transfer.terms().path();
    }
}
