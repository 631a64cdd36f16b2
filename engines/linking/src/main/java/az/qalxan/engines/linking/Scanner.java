package az.qalxan.engines.linking;

/** One pass over a text that looks for one family of identifiers, in linear time. */
interface Scanner {

    void scan(FoldedText text, Findings findings);
}
