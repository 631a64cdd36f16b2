package az.qalxan.engines.threatintel.csaf;

/** One test of chapter 6: adds a finding for each place where it fails. */
@FunctionalInterface
interface CsafTest {

    void judge(Document document, Findings findings);
}
