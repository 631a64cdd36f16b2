package az.qalxan.law;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;

/** That an article of one treaty asks what an article of another one asks. */
record Counterpart(Clause article, Clause other, Citation citation) {

    String id() {
        return article + "=" + other;
    }
}
